import type { CampaignDetail, CampaignFields } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { holdTree, permittedOrganisation } from '../../office/organisation/index.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { conflict, invalid } from '../../platform/refusal.ts'
import { openMeetings, recountCampaign } from '../meetings/index.ts'
import { seenPaper } from '../papers/index.ts'
import { insertCampaign, setOpened, updateCampaign } from './campaign-queries.ts'
import { detailOf, seenCampaign, writableCampaign } from './found.ts'

/** Writes down what the meetings of a year are to be; nobody has one of it before it is opened. */
export function createCampaign(
  context: ActorContext,
  organisationId: string,
  fields: CampaignFields,
): Promise<CampaignDetail> {
  const { actor } = context
  return transaction(context.db, async (tx) => {
    await holdTree(tx)
    const { path } = await permittedOrganisation(tx, actor, 'campaign.write', organisationId)
    await checkNotice(tx, context, fields)
    const id = newId()
    await insertCampaign(tx, { id, organisationId, path, createdBy: actor.accountId }, fields)
    await record(tx, context, { action: 'campaign.create', subject: fields.name, organisationId, detail: told(fields) })
    return detailOf(tx, actor, await seenCampaign(tx, actor, id))
  })
}

/** Changes what is asked; the kind of meeting no longer once meetings of it were opened. Conflict if someone was faster. */
export function changeCampaign(
  context: ActorContext,
  campaignId: string,
  { version, ...fields }: CampaignFields & { readonly version: number },
): Promise<CampaignDetail> {
  const { actor } = context
  return transaction(context.db, async (tx) => {
    const before = await writableCampaign(tx, actor, campaignId, version)
    if (before.openedOn !== null && (before.kind !== fields.kind || before.cycleYear !== fields.cycleYear))
      throw conflict('已经发下去，会议的种类和年度不能再改。', '请另录一个专题。')
    if (fields.noticePaperId !== before.noticePaperId) await checkNotice(tx, context, fields)
    await updateCampaign(tx, campaignId, fields)
    await recountCampaign(context, tx, campaignId)
    await record(tx, context, {
      action: 'campaign.change',
      subject: fields.name,
      organisationId: before.organisation.id,
      detail: { before: told(before), after: told(fields) },
    })
    return detailOf(tx, actor, await seenCampaign(tx, actor, campaignId))
  })
}

/** Sends it to every organisation below of the kinds named that has no meeting of it yet: one entry, with how many. */
export function openCampaign(context: ActorContext, campaignId: string, version: number): Promise<CampaignDetail> {
  const { actor, now } = context
  return transaction(context.db, async (tx) => {
    await holdTree(tx)
    const campaign = await writableCampaign(tx, actor, campaignId, version)
    const meetings = await openMeetings(tx, context, campaign)
    if (meetings === 0)
      throw conflict('没有可以发的组织：下面没有所选种类的组织，或都已经发过。', '请看“发给哪些种类的组织”选得对不对。')
    await setOpened(tx, campaignId, campaign.openedOn ?? dateInChina(now))
    await recountCampaign(context, tx, campaignId)
    const { name, organisation } = campaign
    const detail = { meetings }
    await record(tx, context, { action: 'campaign.open', subject: name, organisationId: organisation.id, detail })
    return detailOf(tx, actor, await seenCampaign(tx, actor, campaignId))
  })
}

async function checkNotice(tx: Tx, { actor }: ActorContext, { noticePaperId }: CampaignFields): Promise<void> {
  if (noticePaperId === null) return
  // Whoever gets a meeting of it may read it then.
  if ((await seenPaper(tx, actor, noticePaperId))?.kind === 'notice') return
  throw invalid('没有找到通知的文稿。', '请从文稿里重新选。', [{ field: 'noticePaperId', message: '没有找到' }])
}

/** What the audit log is told of a campaign. */
function told({ kind, cycleYear, fromOn, untilOn, leadWorkdays, reportDays, bodyKinds, aspects }: CampaignFields) {
  return { kind, cycleYear, fromOn, untilOn, leadWorkdays, reportDays, bodyKinds, aspects: aspects.length }
}
