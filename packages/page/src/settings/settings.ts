import type { MeetingTemplate } from '@duizhao/engine'
import type { ReviewSettings } from '@duizhao/report'

/** What the user has set. */
export interface Settings {
  /** The id of a meeting template, empty for the engine's own choice. */
  readonly template: string
  /** What the office's own notice asks, read from a file; it goes before the template and is never kept. */
  readonly ownTemplate: MeetingTemplate | null
  /** The unit's own names. */
  readonly unit: readonly string[]
  /** Ids of the rules that are switched off. */
  readonly off: readonly string[]
  /** Whether all this outlasts the page. */
  readonly kept: boolean
}

export const NOTHING_SET: Settings = { template: '', ownTemplate: null, unit: [], off: [], kept: false }

/** Settings as a review takes them. */
export function toReviewSettings({ template, ownTemplate, unit, off }: Settings): ReviewSettings {
  return {
    ...(template === '' ? {} : { template }),
    ...(ownTemplate === null ? {} : { ownTemplate }),
    ...(unit.length === 0 ? {} : { unit }),
    ...(off.length === 0 ? {} : { rules: Object.fromEntries(off.map((id) => [id, 'off' as const])) }),
  }
}

const STORE = 'duizhao.page.settings'

/** What was kept, as far as it is still known: templates and rules come and go with versions. */
export function storedSettings(known: { templates: ReadonlySet<string>; rules: ReadonlySet<string> }): Settings {
  const stored = readStore()
  if (typeof stored !== 'object' || stored === null) return NOTHING_SET
  const { template, unit, off } = stored as Partial<Record<keyof Settings, unknown>>
  return {
    template: typeof template === 'string' && known.templates.has(template) ? template : '',
    ownTemplate: null,
    unit: wordsIn(unit),
    off: wordsIn(off).filter((id) => known.rules.has(id)),
    kept: true,
  }
}

/** Stores settings if they are to be kept, else removes what was stored. False if the browser does not allow it. */
export function keepSettings(settings: Settings): boolean {
  try {
    if (settings.kept) localStorage.setItem(STORE, JSON.stringify({ ...settings, ownTemplate: null }))
    else localStorage.removeItem(STORE)
    return true
  } catch {
    return false
  }
}

function readStore(): unknown {
  try {
    return JSON.parse(localStorage.getItem(STORE) ?? 'null')
  } catch {
    return null
  }
}

function wordsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((word): word is string => typeof word === 'string' && word !== '') : []
}
