import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { MOST_MEASURES } from './field-texts.ts'
import { MeasureFields, ProblemFields, ProblemSource, ProblemState } from './problem.ts'

/** How many problems may be registered from one paper at once, and how many places one of them may have in it. */
export const MOST_FROM_PAPER = 200
export const MOST_PLACES = 20

/** Why it is in doubt that a stretch of text is one problem, as the engine says. */
export const cutDoubts = ['no_shortcoming', 'several', 'unmarked'] as const
export const CutDoubt = z.enum(cutDoubts)
export type CutDoubt = z.infer<typeof CutDoubt>

export const cutDoubtNames: Readonly<Record<CutDoubt, string>> = {
  no_shortcoming: '没有读出不足，可能不是问题',
  several: '里面可能有几个问题，要不要拆开',
  unmarked: '没有序号，按句子分出来的，请看起止对不对',
}

/** A stretch of the text of a version: UTF-16 units, half-open. */
export const PaperPlace = z.object({ begins: z.int().min(0), ends: z.int().min(1) })
export type PaperPlace = z.infer<typeof PaperPlace>

const linked = { isSure: z.boolean().describe('引擎有把握它说的就是这个问题') }
const ProposedCause = z.object({ ...PaperPlace.shape, text: z.string(), ...linked })
const ProposedMeasure = z.object({ ...PaperPlace.shape, fields: MeasureFields, ...linked })

const Registered = z.object({
  ...PaperPlace.shape,
  problem: z.object({ id: z.uuid(), number: z.int(), state: ProblemState }),
})

/** A problem the engine read in a paper, as it would be registered. */
export const ProposedProblem = z.object({
  ...PaperPlace.shape,
  text: z.string(),
  aspect: z.string(),
  source: ProblemSource,
  class: ProblemFields.shape.class,
  dueOn: CalendarDate.nullable(),
  goal: z.string(),
  /** Who answers for it, as a list has it in words. */
  lead: z.string(),
  handler: z.string(),
  doubt: CutDoubt.nullable(),
  causes: z.array(ProposedCause),
  measures: z.array(ProposedMeasure),
})
export type ProposedProblem = z.infer<typeof ProposedProblem>

/** The text of an approved version, what was read in it, and what of it is in the ledger. */
export const PaperProblems = z.object({
  paper: z.object({ id: z.uuid(), title: z.string() }),
  ordinal: z.int(),
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  /** Whose paper it is, where it is about one person: what he wrote of himself is a problem about him. */
  about: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  text: z.string(),
  problems: z.array(ProposedProblem),
  /** Causes and measures that answer none of them, as far as one can tell. */
  looseCauses: z.array(ProposedCause),
  looseMeasures: z.array(ProposedMeasure),
  registered: z.array(Registered).describe('已经登记过的各处，只列看得到的问题'),
})
export type PaperProblems = z.infer<typeof PaperProblems>

const places = z.array(PaperPlace).min(1, '没有写出自哪里').max(MOST_PLACES, `一个问题最多 ${MOST_PLACES} 处`)

const NewFromPaper = z.object({
  as: z.literal('new'),
  places,
  ...ProblemFields.shape,
  leadId: z.uuid().nullable().describe('责任领导'),
  handlerId: z.uuid().nullable().describe('责任人'),
  aboutId: z.uuid().nullable().describe('涉及人员'),
  measures: z.array(MeasureFields).max(MOST_MEASURES, `一个问题最多 ${MOST_MEASURES} 条措施`),
})
const JoinedFromPaper = z.object({ as: z.literal('joined'), places, problemId: z.uuid('请选并入哪个问题') })

/** What becomes of places of a paper: a new problem of them, or one more origin of a problem that is there. */
export const FromPaper = z.discriminatedUnion('as', [NewFromPaper, JoinedFromPaper])
export type FromPaper = z.infer<typeof FromPaper>

const Numbered = z.object({ id: z.uuid(), number: z.int() })

export const readPaperProblems = endpoint({
  action: 'ledger.readPaperProblems',
  isLong: true,
  leavesEntry: 'of_secrets',
  summary: '文稿里读出的问题',
  method: 'GET',
  path: '/paper-versions/:versionId/problems',
  access: 'problem.write',
  params: { versionId: z.uuid() },
  response: PaperProblems,
  refusals: ['not_found', 'conflict'],
})

export const registerFromPaper = endpoint({
  action: 'ledger.registerFromPaper',
  isLong: true,
  summary: '把文稿里的问题登记进台账',
  method: 'POST',
  path: '/paper-versions/:versionId/problems',
  access: 'problem.write',
  params: { versionId: z.uuid() },
  body: z.object({
    organisationId: z.uuid('请选单位').describe('登记到哪个单位的台账'),
    inspectionId: z.uuid().nullable().default(null).describe('来源是巡视巡察反馈的，出自哪一次'),
    rows: z.array(FromPaper).min(1, '还没有选问题').max(MOST_FROM_PAPER, `一次最多登记 ${MOST_FROM_PAPER} 个`),
  }),
  response: z.object({
    id: z.uuid().describe('这次登记，撤销时用'),
    registered: z.array(Numbered),
    joined: z.array(Numbered),
  }),
  refusals: ['not_found', 'conflict'],
})
