import { element } from './element.ts'
import type { PageFinding, PageRule } from './page-data.ts'
import { severityTag } from './severity.ts'

interface NoteOptions {
  readonly rule: PageRule | null
  readonly prefix: string
  /** What can be done with it. */
  readonly tools: readonly HTMLElement[]
}

/**
 * The card of a finding: one line, and what lies behind it when opened. Cards stand in the document after their
 * paragraph, which is where a phone, a printer and a screen reader want them; on a wide screen they float to the margin.
 */
export function renderNote(finding: PageFinding, index: number, { rule, prefix, tools }: NoteOptions): HTMLElement {
  const kind = finding.isRemark === true ? 'said' : finding.severity
  const details = element(
    'div',
    { class: 'details', id: `${prefix}-f${index}-details` },
    finding.suggestion === undefined
      ? null
      : element(
          'p',
          { class: 'suggestion' },
          finding.suggestion === '' ? '建议删去' : `建议改为：${finding.suggestion}`,
        ),
    finding.reason === undefined ? null : element('p', { class: 'reason' }, `已决定不采纳：${finding.reason}`),
    finding.pair === undefined
      ? null
      : element('p', { class: 'suggestion' }, element('a', { href: `#s${finding.pair}` }, '并排查看')),
    ...(finding.told ?? []).map((words) => element('p', { class: 'told' }, words)),
    finding.isRemark === true
      ? null
      : element(
          'p',
          { class: 'why' },
          element('b', {}, rule?.name ?? finding.rule),
          rule === null ? '' : `　${rule.why}`,
        ),
    rule === null ? null : element('p', { class: 'source' }, `依据：${rule.source}`, element('code', {}, finding.rule)),
    tools.length === 0 ? null : element('div', { class: 'note-tools' }, ...tools),
  )
  const head = element(
    'button',
    { type: 'button', class: 'head', 'aria-expanded': 'false', 'aria-controls': details.id },
    element('span', { class: 'number' }, index + 1),
    tagOf(finding),
    finding.label === undefined ? null : element('span', { class: 'label' }, finding.label),
    element('span', { class: 'message' }, finding.message),
  )
  return element(
    'aside',
    {
      class: `note ${kind}${finding.reason === undefined ? '' : ' suppressed'}`,
      id: `${prefix}-f${index}`,
      'data-key': `f${index}`,
      'aria-label': `审核意见 ${index + 1}`,
    },
    head,
    details,
  )
}

function tagOf({ reason, severity, isRemark }: PageFinding): HTMLElement {
  if (isRemark === true) return element('span', { class: 'tag said' }, '审核人')
  return reason === undefined ? severityTag(severity) : element('span', { class: 'tag suppressed' }, '不采纳')
}

/** Opens or closes a card. */
export function setOpen(note: HTMLElement, open: boolean): void {
  note.classList.toggle('open', open)
  note.querySelector('.head')?.setAttribute('aria-expanded', String(open))
}
