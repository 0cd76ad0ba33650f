import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { ProblemState, Reason } from '../ledger/index.ts'

/** What a person says of a problem and an earlier one: never a machine. */
export const recurrenceVerdicts = ['ongoing', 'relapse', 'different'] as const
export const RecurrenceVerdict = z.enum(recurrenceVerdicts)
export type RecurrenceVerdict = z.infer<typeof RecurrenceVerdict>

export const recurrenceVerdictNames: Readonly<Record<RecurrenceVerdict, string>> = {
  ongoing: '老问题未解决',
  relapse: '反弹',
  different: '不是同一个问题',
}

/** What each means, where one has to choose. */
export const recurrenceVerdictMeanings: Readonly<Record<RecurrenceVerdict, string>> = {
  ongoing: '以前查摆过，一直没有改好',
  relapse: '以前改好过、销了号，现在又出现',
  different: '只是说法像，说的不是一件事',
}

const Named = z.object({ id: z.uuid(), name: z.string() })

export const ComparedProblem = z.object({
  id: z.uuid(),
  number: z.int(),
  organisation: Named,
  aspect: z.string(),
  text: z.string(),
  state: ProblemState,
  registeredOn: CalendarDate,
  struckOffOn: CalendarDate.nullable(),
})
export type ComparedProblem = z.infer<typeof ComparedProblem>

export const DecidedRecurrence = z.object({
  verdict: RecurrenceVerdict,
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
})
export type DecidedRecurrence = z.infer<typeof DecidedRecurrence>

/** An earlier problem that this one may be, or that a person has said something of. */
export const RecurrenceMatch = z.object({
  earlier: ComparedProblem,
  matters: z.array(z.string()).describe('两个问题都涉及的事'),
  words: z.array(z.object({ later: z.string(), earlier: z.string() })).describe('相同、相近的说法'),
  decided: DecidedRecurrence.nullable(),
})
export type RecurrenceMatch = z.infer<typeof RecurrenceMatch>

export const ProblemRecurrence = z.object({
  matches: z.array(RecurrenceMatch),
  compared: z.int().describe('和多少个以前的问题比过'),
  mayJudge: z.boolean(),
})
export type ProblemRecurrence = z.infer<typeof ProblemRecurrence>

export const JudgedRecurrence = z
  .discriminatedUnion('verdict', [
    z.object({ verdict: z.literal('ongoing'), reason: Reason }),
    z.object({ verdict: z.literal('relapse'), reason: Reason }),
    z.object({ verdict: z.literal('different'), reason: Reason }),
    z.object({ verdict: z.literal('none').describe('收回认定') }),
  ])
  .describe('认定的写明理由')

/** A problem with the earlier ones it may be, on which nobody has decided. */
export const UndecidedRecurrence = z.object({ problem: ComparedProblem, matches: z.array(RecurrenceMatch) })
export type UndecidedRecurrence = z.infer<typeof UndecidedRecurrence>

/** A problem that a person, or a look-back, found to have come back. */
export const CameBack = z.object({
  problem: ComparedProblem,
  earlier: ComparedProblem,
  verdict: RecurrenceVerdict,
  decided: DecidedRecurrence.nullable().describe('空为回头看时发现的反弹'),
})
export type CameBack = z.infer<typeof CameBack>

const counts = {
  problems: z.int().describe('这一年登记的问题'),
  ongoing: z.int().describe('老问题未解决'),
  relapsed: z.int().describe('反弹'),
  fresh: z.int().describe('新问题：没有认定为老问题的'),
}

export const RecurrenceCounts = z.object({
  organisation: Named,
  ...counts,
  byOrganisation: z.array(z.object({ ...Named.shape, ...counts })),
})
export type RecurrenceCounts = z.infer<typeof RecurrenceCounts>

/** What problems of several units are about. */
export const CommonMatter = z.object({
  matter: z.string(),
  units: z.int(),
  problems: z.int(),
  examples: z.array(ComparedProblem),
})
export type CommonMatter = z.infer<typeof CommonMatter>
