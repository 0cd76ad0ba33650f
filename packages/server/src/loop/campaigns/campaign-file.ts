import { type CampaignFields, meetingKindNames, type MeetingNoticeFile, sectionRoleNames } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext, Download } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { seenCampaign } from './found.ts'

/** What a campaign asks of materials as the notice file that `duizhao review --template` and the one-file page read. */
export async function campaignFile(context: ActorContext, campaignId: string): Promise<Download> {
  const { db, actor } = context
  const campaign = await seenCampaign(db, actor, campaignId)
  await transaction(db, (tx) =>
    record(tx, context, {
      action: 'campaign.file',
      subject: campaign.name,
      organisationId: campaign.organisation.id,
    }),
  )
  const text = `${JSON.stringify(noticeOf(campaign), null, 2)}\n`
  return { name: `${campaign.name}.json`, bytes: new TextEncoder().encode(text) }
}

function noticeOf(campaign: CampaignFields): MeetingNoticeFile {
  const { kind, cycleYear, theme, aspects, requiredSections, mirrors, reportItems, name } = campaign
  return {
    会议: meetingKindNames[kind],
    年度: cycleYear,
    主题: theme.length < 2 ? name : theme,
    方面: aspects.map(({ title, points }) => (points.length === 0 ? title : { 名称: title, 要点: points })),
    部分: requiredSections.map((section) => sectionRoleNames[section]),
    对照: mirrors,
    另外要写: [],
    要通报: reportItems,
  }
}
