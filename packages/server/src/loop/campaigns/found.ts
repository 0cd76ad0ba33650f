import type { CampaignDetail } from '@duizhao/contract'
import { may } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { conflict, forbidden, notFound } from '../../platform/refusal.ts'
import { receiversOf } from '../meetings/index.ts'
import { campaignById, campaignForUpdate, type CampaignRow, meetingsOf } from './campaign-queries.ts'

/** The campaign if the actor may see it; not found for others. What it asks of a meeting, the meeting tells. */
export async function seenCampaign(db: Database | Tx, actor: Actor, id: string): Promise<CampaignRow> {
  return seen(actor, await campaignById(db, id))
}

/** The campaign as it was looked at, held until the transaction ends, if the actor may change it. */
export async function writableCampaign(tx: Tx, actor: Actor, id: string, version: number): Promise<CampaignRow> {
  const campaign = seen(actor, await campaignForUpdate(tx, id))
  if (!may(actor, 'campaign.write', campaign.path)) throw forbidden(`不能改“${campaign.organisation.name}”的专题。`)
  if (campaign.version !== version)
    throw conflict('这个专题刚刚被别人改过。', '请重新打开，看改成了什么，再决定要不要改。', {
      version: campaign.version,
    })
  return campaign
}

function seen(actor: Actor, campaign: CampaignRow | undefined): CampaignRow {
  if (!campaign || !may(actor, 'meeting.read', campaign.path)) throw notFound('这个专题')
  return campaign
}

/** A campaign as it is shown. */
export async function detailOf(db: Database | Tx, actor: Actor, campaign: CampaignRow): Promise<CampaignDetail> {
  const { path, noticeTitle, ...fields } = campaign
  const { noticePaperId } = fields
  return {
    ...fields,
    meetings: await meetingsOf(db, campaign.id),
    wouldReceive: await receiversOf(db, campaign.id),
    noticePaper: noticePaperId === null ? null : { id: noticePaperId, name: noticeTitle ?? '' },
    mayWrite: may(actor, 'campaign.write', path),
  }
}
