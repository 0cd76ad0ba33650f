import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { wholeNumber } from '../../platform/number.ts'
import { atLeast, textOf } from '../../platform/text.ts'
import { Ballot, MOST_APPRAISED, roundKinds } from './ballot.ts'

/** Where a round (征集) stands: being prepared, asking, closed and opened, or given up with all that was answered. */
export const roundStates = ['draft', 'open', 'closed', 'void'] as const
export type RoundState = (typeof roundStates)[number]
export const roundStateNames: Readonly<Record<RoundState, string>> = {
  draft: '准备中',
  open: '正在征集',
  closed: '已收回',
  void: '已作废',
}

/** Fewer than so many invited in all, and nobody could be anonymous: opinions are then entered by hand only. */
export const LEAST_INVITED = 5
/** A group is told apart in the results from so many answers on, and only where all others together have as many. */
export const LEAST_SHOWN = 5
export const MOST_INVITED = 5_000

/** Who is asked together; only how many they are is known, and who they are is for the one who hands out the slips. */
export const RoundGroup = z.object({
  name: textOf('群体的名称', 30).min(1, '请写群体的名称，如：机关基层代表'),
  invited: wholeNumber(1, MOST_INVITED),
})
export type RoundGroup = z.infer<typeof RoundGroup>

const Named = z.object({ id: z.uuid(), name: z.string() })

const RoundAspect = textOf('方面', 60).min(1, '请写这个方面，不要的删去')

export const RoundFields = z.object({
  kind: z.enum(roundKinds, '请选种类').default('opinions'),
  name: textOf('名称', 100).min(...atLeast(2, '请写名称，如：2026年度民主生活会征求意见')),
  intro: textOf('说明', 500).default(''),
  meetingId: z.uuid().nullable().default(null).describe('为哪次会议征求；收回以后数填进那次会议'),
  closesOn: CalendarDate.describe('征集到哪一天，含当天'),
  aspects: z.array(RoundAspect).max(20, '最多 20 个方面').default([]),
  aboutIds: z
    .array(z.uuid())
    .max(MOST_APPRAISED, `最多 ${MOST_APPRAISED} 人`)
    .refine((ids) => new Set(ids).size === ids.length, '同一个人选了两次')
    .default([])
    .describe('除班子以外，可以对哪些人提；民主评议的，评议哪些党员，空为全体正式党员'),
  groups: z
    .array(RoundGroup)
    .min(1, '请至少写一个群体')
    .max(30, '最多 30 个群体')
    .refine((groups) => new Set(groups.map(({ name }) => name)).size === groups.length, '群体的名称不能重复')
    .refine((groups) => invitedOf(groups) <= MOST_INVITED, `总共最多邀请 ${MOST_INVITED} 人`),
})
export type RoundFields = z.infer<typeof RoundFields>

/** How many are invited in all. */
export function invitedOf(groups: readonly Pick<RoundGroup, 'invited'>[]): number {
  return groups.reduce((sum, { invited }) => sum + invited, 0)
}

export const Round = z.object({
  id: z.uuid(),
  kind: z.enum(roundKinds),
  name: z.string(),
  state: z.enum(roundStates),
  organisation: Named,
  closesOn: CalendarDate,
  invited: z.int(),
  version: z.int(),
})
export type Round = z.infer<typeof Round>

export const RoundDetail = Round.extend({
  intro: z.string(),
  meeting: Named.nullable(),
  aspects: z.array(z.string()),
  about: z.array(Named),
  groups: z.array(
    RoundGroup.extend({
      answered: z.int().nullable().describe('收到几份；收回以前的、意见不单独列出的不说'),
      isShown: z.boolean().describe('这个群体的意见是不是单独列出'),
    }),
  ),
  answered: z.int().nullable().describe('一共收到几份；收回以前不足 5 份的不说'),
  typed: z.int().describe('代录几条'),
  unended: z.int().describe('几条意见还没有结果'),
  fingerprint: z.string().describe('这次征集的钥匙的指纹，印在纸条上，写在审计日志里；还没有开始的为空'),
  openedOn: CalendarDate.nullable(),
  closedOn: CalendarDate.nullable(),
  publishedOn: CalendarDate.nullable().describe('哪一天向各群体公布结果'),
  voidReason: z.string(),
  ballot: Ballot.nullable().describe('评议、测评的得票；征求意见的为空'),
  mayWrite: z.boolean(),
})
export type RoundDetail = z.infer<typeof RoundDetail>

/** What opening gives, once: nothing of it stays with the service. */
export const OpenedRound = z.object({
  round: RoundDetail,
  keys: z.array(z.string()).describe('三把钥匙，各是一个文件的内容；任意两把打开收到的意见'),
  slips: z.array(z.object({ group: z.string(), codes: z.array(z.string()) })).describe('印在纸条上的码'),
})
export type OpenedRound = z.infer<typeof OpenedRound>

export const VoidReason = textOf('理由', 300).min(...atLeast(5, '请写明作废的理由'))
