import { type Known, sectionNames, sectionRoles } from '@duizhao/engine/wording'
import { z } from 'zod'
import { OrganisationKind } from '../../office/organisation/index.ts'
import { CalendarDate } from '../../platform/date.ts'
import { wholeNumber } from '../../platform/number.ts'
import { atLeast, textOf } from '../../platform/text.ts'
import { CycleYear, MeetingKindField, MeetingTheme } from '../meetings/index.ts'

export { type SectionRole, sectionRoles } from '@duizhao/engine/wording'
export const sectionRoleNames: Readonly<Record<(typeof sectionRoles)[number], string>> = sectionNames

/** How well what a campaign asks is known; what is not verified is advice only. */
export const campaignKnowns = ['regulation', 'practice', 'unverified'] as const satisfies readonly Known[]
export type CampaignKnown = (typeof campaignKnowns)[number]
export const campaignKnownNames: Readonly<Record<CampaignKnown, string>> = {
  regulation: '照通知核对过',
  practice: '通行做法',
  unverified: '未核实',
}

const Line = textOf('一条', 200).min(2, '至少要有两个字')
const lines = (most: number) => z.array(Line).max(most, `最多 ${most} 条`).default([])

/** An aspect (方面) with the points under it. */
export const CampaignAspect = z.object({ title: Line, points: lines(20) })
export type CampaignAspect = z.infer<typeof CampaignAspect>

/** What a superior asks of the meetings of a year (专题). */
const fields = z.object({
  kind: MeetingKindField,
  cycleYear: CycleYear,
  name: textOf('名称', 120).min(...atLeast(4, '请写名称，如：2026年度民主生活会')),
  theme: MeetingTheme.default('').describe('通知规定的主题，原文'),
  aspects: z.array(CampaignAspect).max(30, '最多 30 个方面').default([]),
  mirrors: lines(30).describe('方面之外还要对照的'),
  requiredSections: z
    .array(z.enum(sectionRoles, '请选部分'))
    .max(11)
    .default(['problems', 'causes', 'measures'])
    .describe('材料必有的部分'),
  reportItems: lines(30).describe('会上要通报的事项'),
  fromOn: CalendarDate.describe('最早哪一天开'),
  untilOn: CalendarDate.describe('最晚哪一天开'),
  leadWorkdays: wholeNumber(0, 60).default(10).describe('方案提前几个工作日报上级'),
  reportDays: wholeNumber(1, 90).default(15).describe('会后几天内上报情况'),
  known: z.enum(campaignKnowns, '请选核实到什么程度').default('unverified'),
  bodyKinds: z.array(OrganisationKind).min(1, '请选发给哪些种类的组织').max(8).describe('发给下面哪些种类的组织'),
  noticePaperId: z.uuid('请选文稿').nullable().default(null).describe('通知的文稿'),
})
const inOrder = ({ fromOn, untilOn }: { readonly fromOn: string; readonly untilOn: string }) => fromOn <= untilOn
const WRONG_ORDER = { error: '最晚的一天不能早于最早的一天', path: ['untilOn'] }

export const CampaignFields = fields.refine(inOrder, WRONG_ORDER)
export type CampaignFields = z.infer<typeof CampaignFields>
export const ChangedCampaign = fields
  .extend({ version: z.int().min(1).describe('改动所依据的版本；别人先改了就不会覆盖') })
  .refine(inOrder, WRONG_ORDER)

const Named = z.object({ id: z.uuid(), name: z.string() })

/** A line of the list. */
export const Campaign = fields
  .pick({ kind: true, cycleYear: true, name: true, fromOn: true, untilOn: true, known: true })
  .extend({
    id: z.uuid(),
    organisation: Named,
    openedOn: CalendarDate.nullable().describe('哪一天发下去的；空为还没有发'),
    version: z.int(),
  })
export type Campaign = z.infer<typeof Campaign>

export const CampaignDetail = fields.extend({
  id: z.uuid(),
  organisation: Named,
  openedOn: CalendarDate.nullable(),
  meetings: z.int().describe('发给了几个组织'),
  wouldReceive: z.int().describe('现在发，再发给几个组织'),
  noticePaper: Named.nullable(),
  mayWrite: z.boolean(),
  version: z.int(),
})
export type CampaignDetail = z.infer<typeof CampaignDetail>

/** A meeting of a past year as far as it is known: what a campaign can begin from. */
export const CampaignTemplate = fields
  .pick({
    kind: true,
    name: true,
    theme: true,
    aspects: true,
    mirrors: true,
    requiredSections: true,
    reportItems: true,
    known: true,
  })
  .extend({ id: z.string(), cycleYear: z.int().nullable().describe('空为有事才开的会'), source: z.string() })
export type CampaignTemplate = z.infer<typeof CampaignTemplate>

/** A value read from a notice, with the words it was read from. */
const said = <T extends z.ZodType>(value: T) => z.object({ value, words: z.string() }).nullable()

/** What a superior's notice says, for a person to confirm: what was not surely read is null or missing. */
export const NoticeReading = z.object({
  fileName: z.string(),
  title: said(z.string()),
  kind: said(MeetingKindField),
  cycleYear: said(z.int()),
  theme: said(z.string()),
  fromOn: said(CalendarDate),
  untilOn: said(CalendarDate),
  leadWorkdays: said(z.int()),
  reportDays: said(z.int()),
  aspects: z.array(CampaignAspect),
  mirrors: z.array(z.string()),
  reportItems: z.array(z.string()),
})
export type NoticeReading = z.infer<typeof NoticeReading>
