import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { atLeast, textOf } from '../../platform/text.ts'

/** How an institution (制度) came about: it was not there before, or an earlier one was revised. */
export const institutionChanges = ['made', 'revised'] as const
export type InstitutionChange = (typeof institutionChanges)[number]

/** Where an institution stands on a day: not yet in force, in force, another came in its place, repealed. */
export const institutionStates = ['coming', 'in_force', 'replaced', 'repealed'] as const
export type InstitutionState = (typeof institutionStates)[number]

/** What a look at an institution found (是否执行). */
export const lookResults = ['kept', 'partly', 'not'] as const
export type LookResult = (typeof lookResults)[number]

/** Months after which somebody looks whether an institution is carried out; and again, while it is not. */
export const MONTHS_TO_LOOK = 6

export const LookText = textOf('执行情况', 1_000).describe('检查了什么、执行得怎样；有履职记录的可以不写')
export const RepealReason = textOf('废止依据', 500).min(...atLeast(2, '请写废止的文件或者理由'))

const Named = z.object({ id: z.uuid(), name: z.string() })
const Titled = z.object({ id: z.uuid(), title: z.string() })

/** A paper that is an institution: a line of the list. Known by its paper. */
export const Institution = z.object({
  paperId: z.uuid(),
  title: z.string(),
  number: z.string().describe('文号'),
  organisation: Named,
  change: z.enum(institutionChanges),
  effectiveOn: CalendarDate.describe('施行日期'),
  replaces: Titled.nullable().describe('取代哪项制度'),
  replacedBy: Titled.nullable().describe('已经施行的哪项制度取代了它'),
  responsible: Named.describe('谁负责检查是否执行'),
  repealedOn: CalendarDate.nullable(),
  repealReason: z.string(),
  state: z.enum(institutionStates),
  looked: z
    .object({ on: CalendarDate, result: z.enum(lookResults) })
    .nullable()
    .describe('最近一次检查'),
  lookDueOn: CalendarDate.nullable().describe('哪一天以前要检查是否执行；不用再检查的为空'),
  version: z.int(),
})
export type Institution = z.infer<typeof Institution>

/** A look whether it is carried out. */
export const InstitutionLook = z.object({
  id: z.uuid(),
  on: CalendarDate,
  result: z.enum(lookResults),
  text: z.string(),
  record: Named.nullable().describe('记着这次检查的履职记录；看不到那次记录的为空'),
  by: z.string(),
})
export type InstitutionLook = z.infer<typeof InstitutionLook>

/** What an institution came of: a problem, and which of its measures. */
export const InstitutionSource = z.object({
  problem: z.object({ id: z.uuid(), number: z.int(), text: z.string() }),
  measure: z.string().nullable(),
})
export type InstitutionSource = z.infer<typeof InstitutionSource>

/** What a problem left: an institution, by which of its measures. */
export const InstitutionOutcome = z.object({ institution: Institution, measure: z.string().nullable() })
export type InstitutionOutcome = z.infer<typeof InstitutionOutcome>
