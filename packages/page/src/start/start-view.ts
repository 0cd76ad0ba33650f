import { element } from '@duizhao/view'
import { filesOfDrop, filesOfField, type GivenFiles } from '../files/given-files.ts'
import type { GivenFile } from '../work/jobs.ts'
import { type Slot, type Tool, tools } from '../tools/tools.ts'

/** The files given to a tool, by slot. */
export type Given = Readonly<Record<string, readonly GivenFile[]>>

interface Start {
  readonly tool: Tool
  readonly given: Given
  readonly onTool: (tool: Tool) => void
  readonly onGiven: (given: Given) => void
  readonly onRun: () => void
}

/** Where everything begins: what to do, with which files. */
export function startView({ tool, given, onTool, onGiven, onRun }: Start): HTMLElement {
  const isReady = tool.slots.every(({ id }) => (given[id] ?? []).length > 0)
  return element(
    'div',
    { class: 'start' },
    element('h1', { tabindex: '-1' }, '把文件放进来'),
    element('p', { class: 'facts' }, '全部在这一页里处理：不联网，不上传，关掉就没有了。涉密材料不得使用。'),
    toolChoice(tool, onTool),
    ...tool.slots.map((slot) =>
      slotView(slot, given[slot.id] ?? [], (files) => onGiven({ ...given, [slot.id]: files })),
    ),
    element(
      'p',
      { class: 'go' },
      element(
        'button',
        { type: 'button', id: 'run-button', class: 'primary', disabled: !isReady, onclick: onRun },
        tool.name,
      ),
    ),
  )
}

function toolChoice(chosen: Tool, onTool: (tool: Tool) => void): HTMLElement {
  const choices = tools.map((tool) =>
    element(
      'label',
      { class: 'tool' },
      element('input', {
        type: 'radio',
        name: 'tool',
        value: tool.id,
        checked: tool.id === chosen.id,
        onchange: () => onTool(tool),
      }),
      element('span', {}, element('strong', {}, tool.name), element('small', {}, tool.promise)),
    ),
  )
  return element('fieldset', { class: 'tool-choice' }, element('legend', {}, '要做什么'), ...choices)
}

function slotView(
  slot: Slot,
  files: readonly GivenFile[],
  onFiles: (files: readonly GivenFile[]) => void,
): HTMLElement {
  const take = ({ files: found }: GivenFiles): void => onFiles(slot.isMany ? joined(files, found) : found.slice(0, 1))
  const field = (isFolder: boolean): HTMLElement => {
    const input = element('input', {
      type: 'file',
      class: 'unseen',
      multiple: slot.isMany,
      webkitdirectory: isFolder,
      accept: isFolder ? null : slot.accept,
      'aria-label': `${slot.label}：选择${isFolder ? '文件夹' : '文件'}`,
      'data-slot': slot.id,
      'data-folder': isFolder,
      onchange: () => take(filesOfField(input.files ?? new DataTransfer().files)),
    })
    return element('label', { class: 'file-button' }, isFolder ? '选择文件夹' : '选择文件', input)
  }
  const zone = element(
    'section',
    { class: 'slot', 'aria-label': slot.label },
    element('h2', {}, slot.label),
    element(
      'p',
      {},
      slot.isMany ? '拖到这里，或者' : '拖一份到这里，或者',
      field(false),
      slot.isMany ? field(true) : null,
    ),
    files.length === 0 ? null : fileList(files, onFiles),
  )
  zone.addEventListener('dragover', (event) => {
    event.preventDefault()
    zone.classList.add('is-over')
  })
  zone.addEventListener('dragleave', () => zone.classList.remove('is-over'))
  zone.addEventListener('drop', (event) => {
    event.preventDefault()
    zone.classList.remove('is-over')
    if (event.dataTransfer !== null) void filesOfDrop(event.dataTransfer).then(take)
  })
  return zone
}

const SHOWN = 6

function fileList(files: readonly GivenFile[], onFiles: (files: readonly GivenFile[]) => void): HTMLElement {
  const shown = files.slice(0, SHOWN).map(({ path }) => element('li', {}, path))
  return element(
    'div',
    { class: 'given' },
    element(
      'ul',
      {},
      ...shown,
      ...(files.length > SHOWN ? [element('li', { class: 'facts' }, `…… 共 ${files.length} 份`)] : []),
    ),
    element('button', { type: 'button', onclick: () => onFiles([]) }, '清空'),
  )
}

/** Files of one path are one file: the last given. */
function joined(before: readonly GivenFile[], found: readonly GivenFile[]): GivenFile[] {
  const byPath = new Map([...before, ...found].map((file) => [file.path, file]))
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}
