import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { textOf } from '../../platform/text.ts'
import { matterEndingNames } from '../matters/index.ts'

/** What becomes of an opinion: each gets one of them. */
export const opinionEndings = ['problem', 'explained', 'not_adopted'] as const
export type OpinionEnding = (typeof opinionEndings)[number]
export const opinionEndingNames: Readonly<Record<OpinionEnding, string>> = {
  problem: matterEndingNames.problem,
  explained: matterEndingNames.explained,
  not_adopted: matterEndingNames.not_adopted,
}
/** The endings that are said with a reason. */
export const SaidOpinionEnding = z.enum(['explained', 'not_adopted'], '请选结果')

export const OpinionText = textOf('意见', 500)

/** One opinion of an answer, or entered by hand: of which aspect, if it is of one, and about whom, if not the team. */
export const GivenOpinion = z.object({
  aspect: z.string().max(60, '没有这个方面').default(''),
  aboutId: z.uuid().nullable().default(null).describe('对谁提的；对班子提的为空'),
  text: OpinionText.min(1, '请写意见'),
})
export type GivenOpinion = z.infer<typeof GivenOpinion>

export const MOST_OPINIONS = 10

const Outcome = z.object({
  ending: z.enum(opinionEndings),
  reason: z.string(),
  on: CalendarDate,
  problem: z.object({ id: z.uuid(), number: z.int() }).nullable().describe('列入台账的，是哪个问题'),
})

export const RoundOpinion = z.object({
  id: z.uuid(),
  group: z.string().nullable().describe('哪个群体的；不足 5 份的不说'),
  isTyped: z.boolean().describe('代录的，不算答卷'),
  aspect: z.string(),
  about: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  text: z.string(),
  outcome: Outcome.nullable(),
  version: z.int(),
})
export type RoundOpinion = z.infer<typeof RoundOpinion>

/** What was said of the one who asks. */
export const OwnOpinion = RoundOpinion.extend({ round: z.object({ id: z.uuid(), name: z.string() }) })
export type OwnOpinion = z.infer<typeof OwnOpinion>

/** What the groups are told of an opinion about the team. */
export const ToldOpinion = z.object({
  aspect: z.string(),
  text: z.string(),
  ending: z.enum(opinionEndings),
  reason: z.string(),
})
export type ToldOpinion = z.infer<typeof ToldOpinion>
