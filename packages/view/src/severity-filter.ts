import { element } from './element.ts'
import type { PageSeverity } from './page-data.ts'
import { hiddenSeverities, rememberHidden, severities, severityTag } from './severity.ts'

/** Buttons that show or hide each severity. */
export function severityFilter(
  all: readonly { readonly severity: PageSeverity; readonly isRemark?: boolean }[],
  article: HTMLElement,
  onChange: () => void,
): HTMLElement {
  const findings = all.filter(({ isRemark = false }) => !isRemark)
  const hidden = hiddenSeverities()
  const show = (): void => {
    for (const severity of severities) article.classList.toggle(`without-${severity}`, hidden.has(severity))
  }
  show()
  const buttons = severities.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    const button = element(
      'button',
      { type: 'button', class: 'toggle', 'aria-pressed': String(!hidden.has(severity)) },
      severityTag(severity),
      element('span', { class: 'count' }, count),
    )
    button.addEventListener('click', () => {
      if (!hidden.delete(severity)) hidden.add(severity)
      button.setAttribute('aria-pressed', String(!hidden.has(severity)))
      rememberHidden(hidden)
      show()
      onChange()
    })
    return button
  })
  return element(
    'div',
    { class: 'severities', role: 'group', 'aria-label': '显示哪些意见' },
    element('span', { class: 'lead' }, findings.length === 0 ? '没有审核意见' : `审核意见 ${findings.length} 处`),
    ...(findings.length === 0 ? [] : buttons),
  )
}
