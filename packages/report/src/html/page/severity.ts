import type { PageSeverity } from './page-data.ts'
import { element } from './element.ts'

export const severities: readonly PageSeverity[] = ['error', 'warning', 'advice']

export const severityWords: Readonly<Record<PageSeverity, string>> = { error: '错误', warning: '警告', advice: '建议' }

/** Shapes that can be told apart without colour. */
const SHAPES: Readonly<Record<PageSeverity, string>> = { error: '■', warning: '▲', advice: '○' }

/** The sign of a severity, always with its word. */
export function severityTag(severity: PageSeverity): HTMLElement {
  return element(
    'span',
    { class: `tag ${severity}` },
    element('span', { 'aria-hidden': 'true' }, SHAPES[severity]),
    severityWords[severity],
  )
}

const STORE = 'duizhao.hidden-severities'

/** The severities the reader has switched off, remembered if the browser allows it. */
export function hiddenSeverities(): Set<PageSeverity> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORE) ?? '[]')
    return new Set(severities.filter((severity) => Array.isArray(stored) && stored.includes(severity)))
  } catch {
    return new Set()
  }
}

export function rememberHidden(hidden: ReadonlySet<PageSeverity>): void {
  try {
    localStorage.setItem(STORE, JSON.stringify([...hidden]))
  } catch {
    // Opened where pages may not store anything: the choice lasts as long as the page.
  }
}
