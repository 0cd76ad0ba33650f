import type { PageSeverity } from './page-data.ts'
import { element } from './element.ts'

export const severities: readonly PageSeverity[] = ['error', 'warning', 'advice']

/** As the engine's severityNames; this package imports nothing, and a test of reports holds the two together. */
export const severityWords: Readonly<Record<PageSeverity, string>> = { error: '错误', warning: '疑点', advice: '建议' }

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

let hiddenNow: Set<PageSeverity> | null = null
let isKept = true

/** The severities the reader has switched off, remembered if the browser and the page allow it. */
export function hiddenSeverities(): Set<PageSeverity> {
  hiddenNow ??= stored()
  return hiddenNow
}

export function rememberHidden(hidden: Set<PageSeverity>): void {
  hiddenNow = hidden
  try {
    if (isKept) localStorage.setItem(STORE, JSON.stringify([...hidden]))
  } catch {
    // Opened where pages may not store anything: the choice lasts as long as the page.
  }
}

/** Whether the choice outlasts the page; if not, what was stored of it is removed. */
export function keepHidden(kept: boolean): void {
  isKept = kept
  if (kept) return
  try {
    localStorage.removeItem(STORE)
  } catch {
    // Nothing can have been stored either.
  }
}

/** Everything is shown again, and nothing of the choice stays behind. */
export function forgetHidden(): void {
  keepHidden(false)
  hiddenNow = new Set()
}

function stored(): Set<PageSeverity> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(STORE) ?? '[]')
    return new Set(severities.filter((severity) => Array.isArray(value) && value.includes(severity)))
  } catch {
    return new Set()
  }
}
