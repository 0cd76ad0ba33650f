import { calendarPeriods } from '@duizhao/engine/duties'
import { figureIds } from '@duizhao/engine/wording'
import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'

export { type FigureId, figureIds } from '@duizhao/engine/wording'

const Named = z.object({ id: z.uuid(), name: z.string() })

export const Figure = z.object({ figure: z.enum(figureIds), value: z.number() })
export type Figure = z.infer<typeof Figure>

/** The days figures are counted over; the last is also the day problems are told of. */
export const figureDays = {
  from: CalendarDate.describe('从哪一天起的记录'),
  to: CalendarDate.describe('到哪一天：记录算到这一天，问题按这一天结束时'),
}

/** What a body's rows come to; figures the asking account may not read are not among them. */
export const FiguresOfBody = z.object({ organisation: Named, ...figureDays, figures: z.array(Figure) })
export type FiguresOfBody = z.infer<typeof FiguresOfBody>

/** A figure with the rows it is made of; none where there are more than can be listed. */
export const FigureWithRows = z.object({
  ...{ organisation: Named, figure: z.enum(figureIds), value: z.number() },
  rows: z.array(
    z.object({
      id: z.uuid(),
      day: CalendarDate.nullable(),
      label: z.string().describe('做了什么、几号问题、哪份文稿'),
      amount: z.number().describe('这一行算多少'),
    }),
  ),
})
export type FigureWithRows = z.infer<typeof FigureWithRows>

/** How a claim stands to the rows: they come to the same; to something else; there are none to count it by. */
export const claimStates = ['agrees', 'differs', 'uncounted'] as const
export type ClaimState = (typeof claimStates)[number]
export const claimStateNames: Readonly<Record<ClaimState, string>> = {
  agrees: '一致',
  differs: '不一致',
  uncounted: '没有可对的记录',
}

/** A figure as a paper claims it, beside what the rows come to now, and what they came to when it was last kept. */
export const PaperClaim = z.object({
  figure: z.enum(figureIds),
  words: z.string().describe('文中的话'),
  start: z.int(),
  end: z.int(),
  claimed: z.number(),
  per: z.enum(calendarPeriods).nullable().describe('每季度一次之类；空为总数'),
  subject: z.string().describe('专题；空为不限'),
  state: z.enum(claimStates),
  value: z.number().nullable().describe('记录、台账算出的数；没有可对的为空'),
  missing: z.array(z.string()).describe('缺的各期，如 2026年第三季度'),
  countedIn: z
    .object({ ...figureDays, meetingId: z.uuid().nullable().describe('只算归到这次会议的；空为那些天的都算') })
    .nullable()
    .describe('说的是会前、会上的，按这次会议的日子算；空为按所问的日子'),
  kept: z
    .object({ value: z.number(), ...figureDays, keptOn: CalendarDate, by: z.string() })
    .nullable()
    .describe('上次记下的数'),
})
export type PaperClaim = z.infer<typeof PaperClaim>

export const PaperFigures = z.object({
  paper: z.object({ id: z.uuid(), title: z.string(), ordinal: z.int() }),
  organisation: Named,
  ...figureDays,
  claims: z.array(PaperClaim),
  mayKeep: z.boolean(),
})
export type PaperFigures = z.infer<typeof PaperFigures>
