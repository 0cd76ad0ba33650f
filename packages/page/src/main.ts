import {
  byId,
  element,
  fillInLibrary,
  forgetHidden,
  isResultAddress,
  keepHidden,
  listenToKeys,
  markShown,
  preparePrinting,
  resultLinks,
  type ResultViews,
  resultViews,
  showDocuments,
} from '@duizhao/view'
import type { UnreadableFile } from '@duizhao/report'
import { embeddedFacts, embeddedWorker } from './frame/embedded.ts'
import { reviewDownloads } from './result/review-downloads.ts'
import { staticView } from './result/static-view.ts'
import { keepSettings, NOTHING_SET, storedSettings, toReviewSettings } from './settings/settings.ts'
import { settingsDialogue } from './settings/settings-dialogue.ts'
import { type Given, startView } from './start/start-view.ts'
import { type Tool, tools } from './tools/tools.ts'
import type { Conclusion, GivenDocument, OpenedHolder } from './work/jobs.ts'
import { type Opened, openedFiles } from './work/opened-files.ts'
import { pageWorkshop, throughFiles } from './work/workshop.ts'

fillInLibrary()
const facts = embeddedFacts()
const known = {
  templates: new Set(facts.templates.map(({ id }) => id)),
  rules: new Set(facts.families.flatMap(({ rules }) => rules.map(({ id }) => id))),
}
const ask = pageWorkshop(embeddedWorker())
const main = byId('main')

let settings = storedSettings(known)
let tool: Tool = tools[0]
let given: Given = {}
let views: ResultViews | null = null
let conclusion: Conclusion | null = null
let links: readonly HTMLElement[] = []
keepHidden(settings.kept)

function say(words: string): void {
  byId('status').textContent = words
  if (words !== '')
    setTimeout(() => {
      if (byId('status').textContent === words) say('')
    }, 8_000)
}

/** Shows something else; what a result observes ends. */
function show(node: HTMLElement, title: string): void {
  views?.leave()
  main.replaceChildren(node)
  document.title = `${title} · 对照`
  scrollTo(0, 0)
  node.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
}

function start(): void {
  show(
    startView({
      tool,
      given,
      onTool: (chosen) => {
        tool = chosen
        given = keptFor(chosen)
        start()
      },
      onGiven: (files) => {
        given = files
        start()
      },
      onRun: () => void run(),
    }),
    '开始',
  )
}

/** What was given to one tool serves the next that has the same slot. */
function keptFor(chosen: Tool): Given {
  return Object.fromEntries(chosen.slots.flatMap(({ id }) => (given[id] === undefined ? [] : [[id, given[id]]])))
}

interface Working {
  readonly signal: AbortSignal
  readonly onProgress: (done: number, path: string) => void
}

/** A bar, a count and a way out while files are worked through. */
function working(count: number): Working {
  const stop = new AbortController()
  const bar = element('progress', { max: count, value: 0 })
  const words = element('p', { 'aria-live': 'polite' }, `0 / ${count}`)
  const cancel = element(
    'button',
    {
      type: 'button',
      id: 'cancel-button',
      onclick: () => {
        stop.abort()
        start()
        say('已经停下，没有结果。')
      },
    },
    '停下',
  )
  show(
    element('div', { class: 'working' }, element('h1', { tabindex: '-1' }, `正在${tool.name}`), bar, words, cancel),
    tool.name,
  )
  return {
    signal: stop.signal,
    onProgress: (done, path) => {
      bar.value = done
      words.textContent = `${done} / ${count}　${path}`
    },
  }
}

async function run(): Promise<void> {
  let ways: Working | null = null
  try {
    const opened = await openedFiles(tool.slots, given, ask)
    const files = Object.values(opened.given).flat()
    ways = working(files.length)
    if (tool.id === 'review' || tool.id === 'compare') await review({ files, refused: opened.refused }, ways)
    else await runTool(tool.id, opened, ways)
  } catch (error) {
    if (ways?.signal.aborted) return
    start()
    say(`没有做成：${error instanceof Error ? error.message : String(error)}。请重新选择文件再试。`)
  }
}

const DIED: Omit<UnreadableFile, 'path'> = {
  message: '处理这份文件时出错或用时过长，已经跳过。',
  todo: '请在 Word 或 WPS 中另存一份再试。',
}

async function review({ files, refused }: OpenedHolder, ways: Working): Promise<void> {
  const choice = toReviewSettings(settings)
  const results = await throughFiles(files, {
    ...ways,
    ask: ({ path, file }, asked) => ask('review', { path, file, settings: choice }, asked),
    instead: ({ path }) => ({ path, ...DIED }),
  })
  if (results === null) return
  conclusion = await ask('conclude', { results: [...results, ...refused], settings: choice })
  if (ways.signal.aborted) return
  const { overview, documents } = conclusion
  showDocuments((index) => {
    const found = documents[index]
    if (found === undefined) throw new Error(`no document ${index}`)
    return found
  })
  links = resultLinks(overview)
  byId('menu').replaceChildren(...links)
  const place = element('div', {})
  show(element('div', {}, reviewDownloads({ conclusion, files, ask, say }), place), '审核结果')
  views = resultViews(overview, place, (name, title) => {
    document.title = `${title} · 对照`
    markShown(links, name)
  })
  location.hash = tool.id === 'compare' ? 'similarity' : 'overview'
  views.go(tool.id === 'compare' ? 'similarity' : 'overview')
}

async function runTool(
  id: Exclude<Tool['id'], 'review' | 'compare'>,
  { given: opened, refused }: Opened,
  ways: Working,
): Promise<void> {
  const files = tool.slots.flatMap(({ id: slot }) => (opened[slot] ?? []).map((file) => ({ ...file, slot })))
  const read = await throughFiles(files, {
    ...ways,
    ask: ({ path, file }, asked) => ask('read', { path, file }, asked),
    instead: ({ path }) => ({ path, ...DIED }),
  })
  if (read === null) return
  const documents = read.filter((one): one is GivenDocument => 'document' in one)
  const unreadable = [...read.filter((one): one is UnreadableFile => !('document' in one)), ...refused]
  const slots = Object.fromEntries(
    tool.slots.map(({ id: slot }) => [
      slot,
      documents.filter(({ path }) => files.some((file) => file.slot === slot && file.path === path)),
    ]),
  )
  const missing = tool.slots.find(({ id: slot }) => (slots[slot] ?? []).length === 0)
  if (missing !== undefined) {
    start()
    say(`“${missing.label}”没有一份能读：${unreadable.map(({ message, todo }) => message + todo).join('')}`)
    return
  }
  const result = await ask('run', { tool: id, slots })
  if (ways.signal.aborted) return
  conclusion = null
  views = null
  byId('menu').replaceChildren()
  show(staticView(result, unreadable), result.title)
  location.hash = 'result'
}

/** Takes away files, results and settings, also what the browser has kept. */
function wipe(): void {
  settings = NOTHING_SET
  keepSettings(settings)
  forgetHidden()
  given = {}
  views?.leave()
  views = null
  conclusion = null
  byId('menu').replaceChildren()
  location.hash = 'start'
  start()
  say('这一页的文件、结果和设置都清除了。')
}

byId('settings-button').addEventListener('click', () => {
  document.getElementById('settings')?.remove()
  const dialogue = settingsDialogue({
    facts,
    settings,
    onSave: (chosen) => {
      settings = chosen
      keepHidden(chosen.kept)
      say(keepSettings(chosen) ? '设置好了，下次审核起用。' : '设置好了；浏览器不让这一页保存，关掉就没有了。')
    },
    onWipe: wipe,
  })
  document.body.append(dialogue)
  dialogue.showModal()
})
const printPage = preparePrinting(() => (views === null ? null : (conclusion?.overview ?? null)))
byId('print-button').addEventListener('click', () => printPage(null))
addEventListener('hashchange', () => {
  const address = decodeURIComponent(location.hash.slice(1))
  if (address === 'start') start()
  else if (isResultAddress(address)) views?.go(address)
})
addEventListener('dragover', (event) => event.preventDefault())
addEventListener('drop', (event) => event.preventDefault())
addEventListener('beforeunload', (event) => {
  if (conclusion !== null) event.preventDefault()
})
listenToKeys(() => views)
start()
