import type { Candidate, Column } from './column.ts'
import { headerWords, matchHeader } from './header-match.ts'
import type { LedgerField } from './header-names.ts'
import { fieldAmongRivals } from './rival-columns.ts'
import { classOf, stateOf } from '../wording/state-words.ts'

/** The columns after a look at their content and at each other. */
export function refineColumns(candidates: readonly Candidate[]): Column[] {
  const judged = candidates.map(ticked).map(contradicted)
  const settled = [sharedHeaders, rivals, guesses].reduce((columns, step) => step(columns), judged)
  return settled.map(({ column }) => column)
}

function changed(candidate: Candidate, change: Partial<Column>): Candidate {
  return { ...candidate, column: { ...candidate.column, ...change } }
}

/** 完成情况 | 已完成 with ticks below: the column says the state its name says. */
function ticked(candidate: Candidate): Candidate {
  const { content, path } = candidate
  const name = headerWords(path.at(-1) ?? '')
  const above = matchHeader(path.at(-2) ?? '')?.field
  const isAsked = above === 'state' || above === 'class'
  const isTickable = content.count > 0 ? content.ticks >= 0.8 : isAsked
  if (!isTickable || name === '') return candidate
  if (above === 'class' && classOf(name)) return changed(candidate, tickedAs('class', name))
  if (stateOf(name) && (above === 'state' || matchHeader(name) === null))
    return changed(candidate, tickedAs('state', name))
  return candidate
}

function tickedAs(field: LedgerField, name: string): Partial<Column> {
  return { field, tick: name, confidence: 0.9, by: 'name', reason: `在“${name}”下打勾` }
}

interface Contradiction {
  readonly field: LedgerField
  readonly when: (candidate: Candidate) => boolean
  readonly becomes: LedgerField
  readonly reason: string
}

/** Where the content says something else than the name. */
const CONTRADICTIONS: readonly Contradiction[] = [
  {
    field: 'state',
    when: ({ content }) => content.dates >= 0.7 && content.states < 0.3,
    becomes: 'strikeOffDate',
    reason: '内容是日期',
  },
  {
    field: 'state',
    when: ({ content }) => content.length > 8 && content.states < 0.4,
    becomes: 'progress',
    reason: '内容是叙述，不是状态',
  },
  { field: 'class', when: ({ content }) => content.classes < 0.3, becomes: 'category', reason: '内容不是整改类型' },
  { field: 'category', when: ({ content }) => content.classes >= 0.6, becomes: 'class', reason: '内容是整改类型' },
  {
    field: 'problem',
    when: ({ content, column }) => column.confidence <= 0.6 && content.length < 8,
    becomes: 'category',
    reason: '内容不成句',
  },
  {
    field: 'problem',
    when: ({ content }) => content.count > 1 && content.figures >= 0.8,
    becomes: 'unknown',
    reason: '内容只有数字',
  },
  {
    field: 'measure',
    when: ({ content }) => content.count > 1 && content.figures >= 0.8,
    becomes: 'unknown',
    reason: '内容只有数字',
  },
  {
    field: 'opinion',
    when: ({ content }) => content.count > 1 && content.figures >= 0.8,
    becomes: 'unknown',
    reason: '内容只有数字',
  },
  {
    field: 'owner',
    when: ({ content, path }) =>
      content.units >= 0.8 && content.names < 0.2 && !headerWords(path.at(-1) ?? '').endsWith('人'),
    becomes: 'unit',
    reason: '内容是单位',
  },
]

function contradicted(candidate: Candidate): Candidate {
  const { column, content } = candidate
  if (content.count === 0 || column.tick !== undefined) return candidate
  const found = CONTRADICTIONS.find(({ field, when }) => field === column.field && when(candidate))
  return found
    ? changed(candidate, {
        field: found.becomes,
        confidence: 0.7,
        by: 'content',
        reason: `${column.reason}，但${found.reason}`,
      })
    : candidate
}

const SPLIT_FIELDS: ReadonlySet<LedgerField> = new Set(['problem', 'measure', 'opinion', 'manifestation'])

/** One header over several columns (“反馈问题” over 大类 and 问题): the longest is meant, a short one before it sorts. */
function sharedHeaders(candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((candidate, i) => {
    const { column, content } = candidate
    if (!SPLIT_FIELDS.has(column.field)) return candidate
    const group = candidates.filter(
      (other) => other.column.header === column.header && other.column.field === column.field,
    )
    const main = group.reduce((longest, other) => (other.content.length > longest.content.length ? other : longest))
    if (group.length < 2 || main === candidate) return candidate
    const stands = `与“${column.header}”同一表头`
    const isBefore = i < candidates.indexOf(main)
    if (content.numbers >= 0.6) {
      const field = column.field === 'measure' ? 'measureNumber' : 'number'
      return changed(candidate, { field, confidence: 0.7, by: 'content', reason: `${stands}，内容是序号` })
    }
    if (column.field !== 'problem') return candidate
    const sorts = isBefore && (content.length < 12 || content.length * 2 < main.content.length)
    const field = sorts || isBefore ? 'category' : 'manifestation'
    return changed(candidate, {
      field,
      confidence: 0.6,
      by: 'content',
      reason: `${stands}，内容${sorts ? '较短' : '较长'}`,
    })
  })
}

/** Two columns of one field under different names: one of them means something else. */
function rivals(candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((candidate) => {
    const field = fieldAmongRivals(candidate, candidates)
    const reason = `${candidate.column.reason}，但另有一列更合适`
    return field === candidate.column.field ? candidate : changed(candidate, { field, confidence: 0.6, reason })
  })
}

interface Guess {
  readonly field: LedgerField
  readonly fits: (candidate: Candidate, all: readonly Candidate[]) => boolean
  readonly confidence: number
  readonly reason: string
}

const LONG_TEXT = 10

/** What a column without a known name holds, by its content; tried in order, each field at most once. */
const GUESSES: readonly Guess[] = [
  {
    field: 'number',
    fits: ({ content, column }, all) => content.numbers >= 0.8 && column.place === all[0]?.column.place,
    confidence: 0.8,
    reason: '内容是序号',
  },
  { field: 'class', fits: ({ content }) => content.classes >= 0.8, confidence: 0.6, reason: '内容是整改类型' },
  {
    field: 'deadline',
    fits: ({ content, column }) => content.dates >= 0.7 && (column.header === '' || /[时期日]/.test(column.header)),
    confidence: 0.7,
    reason: '内容是日期或时限',
  },
  {
    field: 'state',
    fits: ({ content }) => content.states >= 0.8 && content.ticks < 0.5,
    confidence: 0.7,
    reason: '内容是完成状态',
  },
  {
    field: 'owner',
    fits: ({ content, column }) =>
      content.names >= 0.8 && (column.header === '' || /责任|负责|承办|落实|人/.test(column.header)),
    confidence: 0.6,
    reason: '内容是人名',
  },
  {
    field: 'unit',
    fits: ({ content, column }) =>
      content.units >= 0.8 && (column.header === '' || /责任|牵头|承办|落实|主责/.test(column.header)),
    confidence: 0.6,
    reason: '内容是单位名称',
  },
  {
    field: 'problem',
    fits: isLongAndMissing(['problem', 'opinion', 'manifestation']),
    confidence: 0.4,
    reason: '第一列长文字',
  },
  { field: 'measure', fits: isLongAndMissing(['measure', 'answer']), confidence: 0.4, reason: '第二列长文字' },
  { field: 'problem', fits: isMatter, confidence: 0.4, reason: '内容像要办的事' },
]

/** Fields that show that a table is about rectification. */
const COMPANIONS: ReadonlySet<LedgerField> = new Set([
  'measure',
  'lead',
  'unit',
  'owner',
  'deadline',
  'progress',
  'state',
  'result',
])

function isLongAndMissing(fields: readonly LedgerField[]): Guess['fits'] {
  return ({ content, column }, all) => {
    const isMissing = !all.some((other) => fields.includes(other.column.field))
    const companions = all.filter((other) => COMPANIONS.has(other.column.field)).length
    return isMissing && content.length >= LONG_TEXT && (column.header === '' || companions >= 2)
  }
}

const SHORTEST_MATTER = 3
const LEAST_COMPANIONS = 3
const SUBJECTS: readonly LedgerField[] = ['problem', 'opinion', 'manifestation', 'measure', 'person', 'signature']

/** In a table of who does what by when, whose subject no name tells: the column with most words of its own. */
function isMatter(candidate: Candidate, all: readonly Candidate[]): boolean {
  const isNamed = all.some(({ column }) => SUBJECTS.includes(column.field))
  const companions = new Set(all.map(({ column }) => column.field).filter((field) => COMPANIONS.has(field)))
  const isAsked = companions.size >= LEAST_COMPANIONS && companions.has('deadline')
  const words = all.filter(({ column, content }) => column.by === 'nothing' && isWords(content))
  const longest = words.reduce((most, each) => (each.content.length > most.content.length ? each : most), candidate)
  return !isNamed && isAsked && longest === candidate && isWords(candidate.content)
}

function isWords({ length, names, units, figures, dates, states, count }: Candidate['content']): boolean {
  return count > 0 && length >= SHORTEST_MATTER && names + units + figures + dates + states < 0.5
}

function guesses(candidates: readonly Candidate[]): Candidate[] {
  const settled = [...candidates]
  for (const { field, fits, confidence, reason } of GUESSES) {
    if (settled.some(({ column }) => column.field === field)) continue
    const i = settled.findIndex(
      (candidate) =>
        candidate.column.field === 'unknown' &&
        candidate.column.by === 'nothing' &&
        candidate.content.count >= 2 &&
        fits(candidate, settled),
    )
    const found = settled[i]
    if (found) settled[i] = changed(found, { field, confidence, by: 'content', reason })
  }
  return settled
}
