import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { atLeast, textOf } from '../../platform/text.ts'
import { PaperPlace, ProblemState, ProblemText, standings } from '../ledger/index.ts'
import { InspectionOutcome } from './outcome.ts'

/** How many items an inspection's feedback may have. */
export const MOST_ITEMS = 300

export const FeedbackCategory = textOf('大类', 120)
export const FeedbackAspect = textOf('方面', 120)

export const ClaimReason = textOf('收回的理由', 500).min(...atLeast(2, '请写明收回的理由'))

/** What is written of an item of a feedback paper (反馈问题). */
export const FeedbackWords = z.object({
  category: FeedbackCategory.default('').describe('反馈大类；没有分的为空'),
  aspect: FeedbackAspect.default('').describe('方面；没有分的为空'),
  text: ProblemText.describe('反馈的问题，用原话'),
})
export type FeedbackWords = z.infer<typeof FeedbackWords>

/** An item that was read in the text, as it would be entered. */
export const ProposedItem = z.object({
  ...PaperPlace.shape,
  category: z.string(),
  aspect: z.string(),
  text: z.string(),
  isEntered: z.boolean().describe('这一处已经登记过'),
})
export type ProposedItem = z.infer<typeof ProposedItem>

const Named = z.object({ id: z.uuid(), name: z.string() })

/** A feedback paper as it is read, beside what was entered of it. */
export const FeedbackReading = z.object({
  paper: z.object({ id: z.uuid(), title: z.string(), versionId: z.uuid(), ordinal: z.int() }),
  items: z.array(ProposedItem),
})
export type FeedbackReading = z.infer<typeof FeedbackReading>

/** A row of the ledger an item ends in. */
export const FeedbackRow = z.object({
  id: z.uuid(),
  number: z.int(),
  text: z.string(),
  state: ProblemState,
  standing: z.enum(standings),
})

/** An item a leader of the unit claimed (认领): he himself, from a day on. */
export const FeedbackClaim = z.object({
  id: z.uuid(),
  person: Named,
  caption: z.string().describe('认领那一天的职务'),
  isFirst: z.boolean().describe('主要负责人（第一责任人）认领的'),
  claimedOn: CalendarDate,
  isOwn: z.boolean().describe('自己认领的，可以收回'),
})

/** How claiming stands: the first responsible person leads the way, and every leader has something of his own. */
export const FeedbackClaiming = z.object({
  mayClaim: z.boolean().describe('今天是这个单位的班子成员'),
  unclaimed: z.int().describe('没有人认领的条数'),
  firstOn: CalendarDate.nullable().describe('主要负责人最早哪一天认领；还没有的为空'),
  without: z.array(z.string()).describe('一条也没有认领的班子成员'),
})

/** How what was fed back to a unit stands, in numbers. */
export const FeedbackStanding = z.object({
  inspection: z.object({ id: z.uuid(), name: z.string(), fedBackOn: CalendarDate }),
  organisation: Named,
  items: z.int(),
  unclaimed: z.int().describe('没有人认领的条数'),
  unlisted: z.int().describe('没有列入台账的条数'),
})
export type FeedbackStanding = z.infer<typeof FeedbackStanding>

/** An item with what became of it. */
export const FeedbackItem = z.object({
  id: z.uuid(),
  ordinal: z.int().describe('第几条，从 1 起'),
  category: z.string(),
  aspect: z.string(),
  text: z.string(),
  source: z
    .object({ title: z.string(), link: z.string() })
    .nullable()
    .describe('出自文稿的哪一段；手工补的、看不到那份文稿的为空'),
  rows: z.array(FeedbackRow).describe('列入台账的问题，只列看得到的'),
  hiddenRows: z.int().describe('还有几个看不到：关于个人的问题'),
  claims: z.array(FeedbackClaim).describe('认领的班子成员'),
  version: z.int(),
})
export type FeedbackItem = z.infer<typeof FeedbackItem>

export const FeedbackEvent = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  by: z.string(),
  actionName: z.string(),
  text: z.string(),
})
export type FeedbackEvent = z.infer<typeof FeedbackEvent>

/** The items of an inspection. */
export const FeedbackOfInspection = z.object({
  inspection: Named,
  items: z.array(FeedbackItem),
  claiming: FeedbackClaiming,
  outcomes: z.array(InspectionOutcome).describe('反馈以后办了什么，按日期'),
  events: z.array(FeedbackEvent).describe('经过，最近的在前'),
})
export type FeedbackOfInspection = z.infer<typeof FeedbackOfInspection>
