import type { CampaignDetail, CampaignFields, CampaignTemplate, MeetingNotice, NoticeReading } from '@duizhao/contract'
import { meetingKindNames, meetingKinds, sectionRoleNames, sectionRoles } from '@duizhao/contract'

/** What the form holds of a campaign: lists as texts, a line each. */
export interface CampaignValues extends Omit<
  CampaignFields,
  'aspects' | 'mirrors' | 'reportItems' | 'cycleYear' | 'fromOn' | 'untilOn'
> {
  readonly cycleYear: number | null
  readonly fromOn: string | null
  readonly untilOn: string | null
  readonly aspects: { readonly title?: string; readonly points?: string }[]
  readonly mirrors: string
  readonly reportItems: string
}

/** The lines of a text, without those that are empty. */
export function linesOf(text: string | undefined): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** What is sent of what the form holds; an aspect without a title is none. Where a day is missing the service says so. */
export function bodyOf(values: CampaignValues): CampaignFields {
  const { aspects, mirrors, reportItems, cycleYear, fromOn, untilOn, ...rest } = values
  return {
    ...rest,
    cycleYear: cycleYear ?? 0,
    fromOn: fromOn ?? '',
    untilOn: untilOn ?? '',
    aspects: aspects.flatMap((aspect) => {
      const title = aspect?.title?.trim() ?? ''
      return title === '' ? [] : [{ title, points: linesOf(aspect?.points) }]
    }),
    mirrors: linesOf(mirrors),
    reportItems: linesOf(reportItems),
  }
}

type Listed = Pick<CampaignFields, 'aspects' | 'mirrors' | 'reportItems'>

function textsOf({
  aspects,
  mirrors,
  reportItems,
}: Listed): Pick<CampaignValues, 'aspects' | 'mirrors' | 'reportItems'> {
  return {
    aspects: aspects.map(({ title, points }) => ({ title, points: points.join('\n') })),
    mirrors: mirrors.join('\n'),
    reportItems: reportItems.join('\n'),
  }
}

/** What the form starts from to change a campaign. */
export function valuesOf(campaign: CampaignDetail): CampaignValues {
  const { kind, cycleYear, name, theme, requiredSections, fromOn, untilOn, leadWorkdays, reportDays } = campaign
  const { known, bodyKinds, noticePaperId } = campaign
  return {
    ...{ kind, cycleYear, name, theme, requiredSections, fromOn, untilOn, leadWorkdays, reportDays },
    ...{ known, bodyKinds, noticePaperId, ...textsOf(campaign) },
  }
}

/** What a template brings; the days and to whom it goes stay as they are. */
export function fromTemplate(template: CampaignTemplate): Partial<CampaignValues> {
  const { kind, cycleYear, name, theme, requiredSections, known } = template
  return { kind, cycleYear, name, theme, requiredSections, known, ...textsOf(template) }
}

/** What a notice file brings, as the command line and the one-file page read it. */
export function fromNotice(notice: MeetingNotice): Partial<CampaignValues> {
  const titleOf = (one: MeetingNotice['方面'][number]): string => (typeof one === 'string' ? one : one.名称)
  const kind = meetingKinds.find((one) => meetingKindNames[one] === notice.会议) ?? 'democratic_life'
  return {
    kind,
    cycleYear: notice.年度,
    name: `${notice.年度}年度${notice.会议}`,
    theme: notice.主题,
    requiredSections: sectionRoles.filter((role) => notice.部分.includes(sectionRoleNames[role])),
    known: 'regulation',
    ...textsOf({
      aspects: notice.方面.map((one) => ({
        title: titleOf(one),
        points: typeof one === 'string' ? [] : [...(one.要点 ?? [])],
      })),
      mirrors: notice.对照.map(titleOf),
      reportItems: notice.要通报.map(titleOf),
    }),
  }
}

/** What a superior's notice brings; what was not read stays as it is. */
export function fromReading(reading: NoticeReading): Partial<CampaignValues> {
  const { kind, cycleYear, theme, fromOn, untilOn, leadWorkdays, reportDays } = reading
  const said = { kind, cycleYear, theme, fromOn, untilOn, leadWorkdays, reportDays }
  const known = Object.entries(said).flatMap(([field, one]) => (one === null ? [] : [[field, one.value]]))
  const name =
    kind === null || cycleYear === null ? {} : { name: `${cycleYear.value}年度${meetingKindNames[kind.value]}` }
  return {
    ...(Object.fromEntries(known) as Partial<CampaignValues>),
    ...name,
    ...textsOf(reading),
    known: 'regulation',
  }
}

/** What a new campaign starts from. */
export const anew: Partial<CampaignValues> = {
  ...{ kind: 'democratic_life', theme: '', aspects: [{}], mirrors: '', reportItems: '' },
  ...{ requiredSections: ['problems', 'causes', 'measures'], leadWorkdays: 10, reportDays: 15, known: 'unverified' },
  ...{ bodyKinds: ['party_group', 'committee'], noticePaperId: null, fromOn: null, untilOn: null },
}
