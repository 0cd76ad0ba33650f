import { readMeetingNotice } from '@duizhao/contract'
import { element } from '@duizhao/view'
import type { Facts } from '../frame/embedded.ts'
import type { Settings } from './settings.ts'

interface Dialogue {
  readonly facts: Facts
  readonly settings: Settings
  readonly onSave: (settings: Settings) => void
  readonly onWipe: () => void
}

/** The settings of a review. Nothing outlasts the page unless the user asks for it. */
export function settingsDialogue({ facts, settings, onSave, onWipe }: Dialogue): HTMLDialogElement {
  const template = element(
    'select',
    { id: 'template' },
    element('option', { value: '' }, '按材料自己的年度和会议选择'),
    ...facts.templates.map(({ id, campaign }) =>
      element('option', { value: id, selected: id === settings.template }, campaign),
    ),
  )
  const own = ownTemplateChoice(settings)
  const unit = element('input', { id: 'unit', type: 'text', value: settings.unit.join('、') })
  const kept = element('input', { id: 'kept', type: 'checkbox', checked: settings.kept })
  const rules = ruleChoice(facts, settings)
  const dialogue = element('dialog', { id: 'settings', 'aria-labelledby': 'settings-title' })
  const read = (): Settings => ({
    template: template.value,
    ownTemplate: own.chosen(),
    unit: unit.value.split(/[、，,\s]+/).filter((word) => word !== ''),
    off: Array.from(
      dialogue.querySelectorAll<HTMLInputElement>('input[name=rule]:not(:checked)'),
      ({ value }) => value,
    ),
    kept: kept.checked,
  })
  dialogue.append(
    element('h2', { id: 'settings-title' }, '设置'),
    element('p', {}, element('label', { for: 'template' }, '按哪个会议模板审核'), template),
    ...own.elements,
    element('p', {}, element('label', { for: 'unit' }, '本单位的名称或简称，几个之间用顿号'), unit),
    element('fieldset', {}, element('legend', {}, '用哪些规则'), ...rules),
    element('p', {}, element('label', {}, kept, '在这台电脑上记住设置（材料和结果从不保存）')),
    buttons(
      [
        ['用这些设置', 'primary', () => onSave(read())],
        ['不改了', 'plain', () => undefined],
        ['清除这一页的一切', 'wipe', onWipe],
      ],
      dialogue,
    ),
  )
  return dialogue
}

interface OwnTemplateChoice {
  readonly elements: readonly HTMLElement[]
  readonly chosen: () => Settings['ownTemplate']
}

/** A field for the file of the office's own notice, and what was read from it. */
function ownTemplateChoice(settings: Settings): OwnTemplateChoice {
  let chosen = settings.ownTemplate
  const said = element('p', { id: 'own-template-said', 'aria-live': 'polite' }, chosen?.campaign ?? '')
  const field = element('input', { id: 'own-template', type: 'file', accept: '.json' })
  field.addEventListener('change', () => {
    void field.files?.[0]?.text().then((text) => {
      const read = readMeetingNotice(text)
      chosen = 'template' in read ? read.template : null
      said.textContent = 'template' in read ? read.template.campaign : read.wrong.join('')
    })
  })
  const label = element('label', { for: 'own-template' }, '或按本单位通知的文件（.json）')
  return { elements: [element('p', {}, label, field), said], chosen: () => chosen }
}

function ruleChoice({ families }: Facts, { off }: Settings): HTMLElement[] {
  return families.map(({ name, rules }) =>
    element(
      'details',
      {},
      element('summary', {}, `${name}（${rules.length} 条）`),
      ...rules.map(({ id, name: rule }) =>
        element(
          'label',
          { class: 'rule' },
          element('input', { type: 'checkbox', name: 'rule', value: id, checked: !off.includes(id) }),
          rule,
        ),
      ),
    ),
  )
}

type Button = readonly [words: string, name: 'primary' | 'plain' | 'wipe', action: () => void]

function buttons(list: readonly Button[], dialogue: HTMLDialogElement): HTMLElement {
  const made = list.map(([words, name, action]) => {
    const onclick = (): void => {
      dialogue.close()
      action()
    }
    return element('button', { type: 'button', id: `${name}-button`, class: name, onclick }, words)
  })
  return element('p', { class: 'downloads' }, ...made)
}
