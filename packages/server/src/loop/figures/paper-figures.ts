import type { PaperFigures } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { organisationById } from '../../office/organisation/index.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import type { FoundFigures, House } from '../../platform/feature.ts'
import { wholeBytes } from '../../platform/files/index.ts'
import { conflict, forbidden, notFound } from '../../platform/refusal.ts'
import { doWork } from '../../platform/work.ts'
import { type MeetingDays, meetingDaysOf } from '../meetings/index.ts'
import { seenVersion } from '../papers/index.ts'
import { foundFigures, refuseBackwards } from './body-figures.ts'
import { type ComparedClaim, compareClaims } from './compare-claims.ts'
import { insertSnapshots, latestSnapshots } from './snapshot-queries.ts'
import { claimsOfPaper } from './work.ts'

interface Days {
  readonly from: string
  readonly to: string
}

/** The figures a version of a paper claims, beside what the rows come to and what they came to when last kept. */
export async function readPaperFigures(
  context: ActorContext,
  house: House,
  versionId: string,
  days: Days,
): Promise<PaperFigures> {
  return shown(context, await compared(context, house, versionId, days))
}

/**
 * Keeps what the rows of a version's claims come to today, with the rows themselves, so that a later difference can be
 * told. For its author; conflict where the paper claims nothing that could be counted.
 */
export async function keepPaperFigures(
  context: ActorContext,
  house: House,
  versionId: string,
  days: Days,
): Promise<PaperFigures> {
  const { db, actor, now } = context
  const all = await compared(context, house, versionId, days)
  const { paper, ordinal, claims } = all
  if (paper.accountId !== actor.accountId)
    throw forbidden('这份文稿不是您起草的，不能记下它的数。', '请起草的人来记；对照的结果可以照样看。')
  const counted = claims.flatMap(({ figure, start, end, value, rows }) =>
    value === null || rows === null ? [] : [{ figure, start, end, value, rowIds: rows.map(({ id }) => id) }],
  )
  if (counted.length === 0) throw conflict('文中没有能与记录、台账对上的数。', '先记下相应的履职记录，再来对照。')
  await transaction(db, async (tx) => {
    await insertSnapshots(
      tx,
      counted.map((claim) => ({ ...claim, ...days, id: newId(), versionId, accountId: actor.accountId, at: now })),
    )
    const subject = `${paper.title}，第 ${ordinal} 版`
    const detail = { figures: counted.length, ...days }
    await record(tx, context, { action: 'figure.keep', subject, organisationId: paper.organisation.id, detail })
  })
  return shown(context, all)
}

/** What is said to be of a meeting is, on whatever day it was. */
const EVER: Days = { from: '2012-01-01', to: '9999-12-31' }

function within({ from, to }: MeetingDays): Days {
  return { from, to }
}

async function compared(context: ActorContext, house: House, versionId: string, days: Days) {
  refuseBackwards(days)
  const seen = await seenVersion(context, versionId)
  const organisation = seen && (await organisationById(context.db, seen.paper.organisation.id))
  if (!seen || !organisation) throw notFound('这一版文稿')
  const { paper, hash, fileName: name, ordinal } = seen
  const bytes = await wholeBytes(context, { hash, name })
  const said = await doWork(context, claimsOfPaper, { file: { name, bytes }, year: Number(days.to.slice(0, 4)) }, name)
  if (said === null) throw conflict(`“${name}”读不出文字，没有可对照的数。`, '请提交 Word、WPS 或文字的 PDF。')
  const subjects = [...new Set(said.map(({ subject }) => subject ?? ''))]
  const foundIn = async (asked: Days & { readonly meetingId?: string }) => {
    const found = new Map<string, FoundFigures>()
    for (const subject of subjects)
      found.set(subject, await foundFigures(context, house, { organisation, ...asked, subject }))
    return (subject: string): FoundFigures => found.get(subject) ?? {}
  }
  const isOfMeeting = said.some(({ isForMeeting }) => isForMeeting)
  const own = isOfMeeting ? await meetingDaysOf(context.db, paper.id, dateInChina(context.now)) : null
  const claims: ComparedClaim[] = compareClaims(said, await foundIn(days), {
    days,
    meeting: own && { ...own, linked: await foundIn({ ...own, ...EVER }), within: await foundIn(within(own)) },
  })
  return { paper, organisation: { id: organisation.id, name: organisation.name }, versionId, ordinal, days, claims }
}

/** With what was last kept of each claim; of a figure that the actor is not told, nothing is told of what it was either. */
async function shown(
  { db, actor }: ActorContext,
  { paper, organisation, versionId, ordinal, days, claims }: Awaited<ReturnType<typeof compared>>,
): Promise<PaperFigures> {
  const kept = await latestSnapshots(db, versionId)
  return {
    paper: { id: paper.id, title: paper.title, ordinal },
    organisation,
    ...days,
    claims: claims.map(({ rows, ...claim }) => ({
      ...claim,
      kept: rows === null ? null : (kept.get(`${claim.start} ${claim.figure}`) ?? null),
    })),
    mayKeep: paper.accountId === actor.accountId,
  }
}
