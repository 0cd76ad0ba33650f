import type { Run } from './runs.ts'

/** A finding as the comparison sees it, whatever the version that found it calls its fields. */
export interface FoundFinding {
  readonly tool: Run['tool']
  readonly path: string
  readonly rule: string
  /** Empty where the result knows none. */
  readonly severity: string
  readonly message: string
  /** Where it is in words, if the result says so itself: a cell or a line. */
  readonly place?: string
  /** The words it is about, if the result quotes them. */
  readonly excerpt?: string
  /** Where it is in the text of the file; absent for a cell and for a whole file. */
  readonly span?: { readonly start: number; readonly end: number }
}

type Fields = Readonly<Record<string, unknown>>

/**
 * Every finding in a result of the command, wherever it stands: an object with a message and a rule (or what once took
 * its place), the file that could not be read, the pair of files that are alike. It knows no version's shape, so that
 * results from before and after a change of it can be compared.
 */
export function findingsIn(tool: Run['tool'], result: unknown): FoundFinding[] {
  return [...walk(tool, result, '')]
}

function* walk(tool: Run['tool'], value: unknown, path: string): Generator<FoundFinding> {
  if (Array.isArray(value)) for (const part of value) yield* walk(tool, part, path)
  if (!isFields(value)) return
  const own = text(value['path']) ?? path
  const finding = findingOf(value, own)
  if (finding !== null) yield { tool, ...finding }
  else for (const part of Object.values(value)) yield* walk(tool, part, own)
}

function findingOf(value: Fields, path: string): Omit<FoundFinding, 'tool'> | null {
  const { message, error, a, b, shareOfA, shareOfB } = value
  const rule = ruleOf(value)
  if (typeof message === 'string' && rule !== null) return { rule, message, ...placed(value, path) }
  if (typeof error === 'string') return { rule: 'unreadable', severity: 'error', message: error, path }
  if (typeof a === 'string' && typeof b === 'string' && typeof shareOfA === 'number' && typeof shareOfB === 'number') {
    const shares = [shareOfA, shareOfB].map((share) => `${Math.round(share * 100)}%`).join('、')
    return { rule: 'similar', severity: '', message: `与 ${b} 雷同：${shares}`, path: a }
  }
  return null
}

/** A rule is named, or an object with a name of its own; a gap once had a type and a field instead. */
function ruleOf({ rule, type, field }: Fields): string | null {
  if (typeof rule === 'string') return rule
  if (isFields(rule)) return text(rule['id']) ?? null
  return typeof type === 'string' ? [type, field].filter((word) => typeof word === 'string').join('/') : null
}

function placed(value: Fields, path: string): Pick<FoundFinding, 'severity' | 'path' | 'place' | 'excerpt' | 'span'> {
  const place = placeOf(value)
  const [start, end] = [place['start'], place['end']]
  const cell = [place['sheet'], place['address'] ?? place['cell']].filter((word) => typeof word === 'string').join(' ')
  const words = text(place['place']) ?? (cell === '' ? undefined : cell)
  const excerpt = text(place['text'])
  return {
    severity: text(value['severity']) ?? '',
    path: text(place['path']) ?? text(place['file']) ?? path,
    ...(words === undefined ? {} : { place: words }),
    ...(excerpt === undefined ? {} : { excerpt }),
    ...(typeof start === 'number' && typeof end === 'number' && end > 0 ? { span: { start, end } } : {}),
  }
}

/** The first place of a finding: its own field, the first of several, or the finding itself. */
function placeOf(value: Fields): Fields {
  const { place, places } = value
  if (isFields(place)) return place
  const first: unknown = Array.isArray(places) ? places[0] : undefined
  return isFields(first) ? first : value
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
