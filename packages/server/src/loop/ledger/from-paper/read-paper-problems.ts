import { type Answer, type endpoints, personalPaperKinds } from '@duizhao/contract'
import { recordReading } from '../../../platform/audit/index.ts'
import { dateInChina } from '../../../platform/calendar/index.ts'
import type { ActorContext } from '../../../platform/context.ts'
import { wholeBytes } from '../../../platform/files/index.ts'
import { conflict, notFound } from '../../../platform/refusal.ts'
import { doWork } from '../../../platform/work.ts'
import { seenVersion } from '../../papers/index.ts'
import { seenPlacesOfVersion } from './place-queries.ts'
import { proposalsOfPaper } from './proposals.ts'

/**
 * What a paper that was approved says of problems, beside what of it is in the ledger. Not found for who does not see it;
 * conflict where it is not approved, or no text can be read. That somebody read what another wrote of himself is recorded.
 */
export async function readPaperProblems(
  context: ActorContext,
  versionId: string,
): Promise<Answer<typeof endpoints.readPaperProblems>> {
  const { db, actor, now } = context
  const { paper, ordinal, hash, fileName: name } = await approvedVersion(context, versionId)
  const { id, title, organisation, author, accountId } = paper
  const bytes = await wholeBytes(context, { hash, name })
  const asked = { file: { name, bytes }, today: dateInChina(now), unit: organisation.name }
  const read = await doWork(context, proposalsOfPaper, asked, name)
  if (read === null) throw conflict(`“${name}”里读不出文字。`, '扫描件请先识别成文字，再提交新版本。')
  const isPersonal = personalPaperKinds.some((personal) => personal === paper.kind)
  if (isPersonal && accountId !== actor.accountId)
    await recordReading(context, versionId, {
      ...{ action: 'ledger.readPaperProblems', subject: `${title}，第 ${ordinal} 版`, organisationId: organisation.id },
    })
  return {
    ...{ paper: { id, title }, ordinal, organisation, about: paper.kind === 'personal' ? author : null, ...read },
    registered: await seenPlacesOfVersion(db, actor, versionId),
  }
}

/** The version of a paper that was approved, if it is that. */
export async function approvedVersion(context: ActorContext, versionId: string) {
  const version = await seenVersion(context, versionId)
  if (!version) throw notFound('这一版文稿')
  const { state, title, shownVersions } = version.paper
  if (state === 'void') throw conflict(`《${title}》已经作废。`, '请从有效的文稿里登记。')
  if (state !== 'approved' && state !== 'issued')
    throw conflict(`《${title}》还没有审定。`, '审定以后，里面的问题才登记进台账。')
  if (version.ordinal !== shownVersions)
    throw conflict(`审定的是《${title}》第 ${shownVersions} 版。`, '请打开那一版。')
  return version
}
