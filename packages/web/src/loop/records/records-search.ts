import { CalendarDate, recordFilters, type RecordKind } from '@duizhao/contract'

/** A part of a year: half of it, a quarter, or a month. */
export const partsOfYear = [
  'H1',
  'H2',
  'Q1',
  'Q2',
  'Q3',
  'Q4',
  ...Array.from({ length: 12 }, (_, at) => `M${String(at + 1).padStart(2, '0')}`),
] as const

/** 上半年, 第一季度, 3月. */
export function partInChinese(part: string): string {
  if (part.startsWith('H')) return part === 'H1' ? '上半年' : '下半年'
  return part.startsWith('Q') ? `第${'一二三四'[Number(part.slice(1)) - 1] ?? ''}季度` : `${Number(part.slice(1))}月`
}

/** What the records are narrowed to, as it stands in the address of the page. */
export interface RecordsSearch {
  readonly organisationId?: string | undefined
  readonly year?: number | undefined
  readonly part?: string | undefined
  readonly kind?: RecordKind | undefined
  readonly subject?: string | undefined
  /** A record of this day is to be written at once, of the kind and subject it is narrowed to. */
  readonly write?: string | undefined
  /** Who talked with whom, where a talk is to be written. */
  readonly hostId?: string | undefined
  readonly talkedToId?: string | undefined
  /** What is known of it already: how many took part, of how many, and what came of it. */
  readonly entered?: number | undefined
  readonly base?: number | undefined
  readonly outcome?: string | undefined
  /** My own, of whatever body. */
  readonly isMine?: boolean | undefined
}

/** Reads what stands in an address; what makes no sense there is left out. */
export function recordsSearchOf(raw: Readonly<Record<string, unknown>>): RecordsSearch {
  const { organisationId, part, isMine, hostId, talkedToId, outcome } = raw
  const [entered, base] = [countOf(raw['entered']), countOf(raw['base'])]
  const kind = recordFilters.kind.safeParse(raw['kind']).data
  const subject = recordFilters.subject.safeParse(raw['subject']).data
  const year = Number(raw['year'])
  const write = CalendarDate.safeParse(raw['write']).data
  return {
    ...(typeof organisationId === 'string' && organisationId !== '' ? { organisationId } : {}),
    ...(Number.isInteger(year) && year >= 1900 && year <= 2999 ? { year } : {}),
    ...(partsOfYear.some((one) => one === part) ? { part: String(part) } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(subject === undefined || subject === '' ? {} : { subject }),
    ...(write === undefined ? {} : { write }),
    ...(typeof hostId === 'string' && hostId !== '' ? { hostId } : {}),
    ...(typeof talkedToId === 'string' && talkedToId !== '' ? { talkedToId } : {}),
    ...(entered === undefined ? {} : { entered }),
    ...(base === undefined ? {} : { base }),
    ...(typeof outcome === 'string' && outcome !== '' ? { outcome } : {}),
    ...(isMine === true || isMine === 'true' ? { isMine: true } : {}),
  }
}

function countOf(raw: unknown): number | undefined {
  const count = raw === undefined ? NaN : Number(raw)
  return Number.isInteger(count) && count >= 0 ? count : undefined
}

const MONTHS_IN: Readonly<Record<string, number>> = { H: 6, Q: 3, M: 1 }

/** The first and last day of a year, or of its half, quarter or month. */
export function daysOf(year: number, part: string | undefined): { readonly from: string; readonly to: string } {
  const number = part === undefined ? 0 : Number(part.slice(1))
  const months = part === undefined ? 12 : (MONTHS_IN[part.slice(0, 1)] ?? 1)
  const last = part === undefined ? 12 : number * months
  const first = last - months + 1
  const lastDay = new Date(Date.UTC(year, last, 0)).getUTCDate()
  const two = (value: number): string => String(value).padStart(2, '0')
  return { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${two(lastDay)}` }
}

/** 2026年第一季度. */
export function periodInChinese(year: number, part: string | undefined): string {
  return `${year}年${part === undefined ? '' : partInChinese(part)}`
}
