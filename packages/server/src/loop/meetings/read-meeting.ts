import type { MeetingDetail } from '@duizhao/contract'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { namesOfPath } from '../../office/organisation/index.ts'
import { latestFile } from '../papers/index.ts'
import { seesPairs } from '../records/index.ts'
import { checklistOf } from './checklist.ts'
import type { Counted } from './count-standing.ts'
import { factsOf } from './meeting-facts.ts'
import type { MeetingRow } from './meeting-queries.ts'
import { type Asking, isAbove, mayWrite, seenMeeting } from './policy.ts'
import { meetingOf } from './shown.ts'
import { templateOf } from './template.ts'

/** A meeting with its steps and what is asked of it; not found for who may not see it. */
export async function readMeeting({ db, actor, now }: ActorContext, meetingId: string): Promise<MeetingDetail> {
  const asking = { actor, today: dateInChina(now) }
  const meeting = await seenMeeting(db, asking, meetingId)
  return detailOf(db, asking, { meeting, facts: await factsOf(db, meeting, asking.today) })
}

/** A meeting as who asks sees it: who is missing is for those who run it, others are told how many. */
export async function detailOf(
  db: Database | Tx,
  asking: Asking,
  { meeting: row, facts }: Counted,
): Promise<MeetingDetail> {
  const { triggerOn, place, observerId, observerName, replacesId, orderedReason, replacedBy } = row
  const mayRun = await mayWrite(db, asking, row)
  const isWhole = await seesPairs(db, asking, row.organisationId)
  return {
    ...meetingOf(row, facts),
    theme: row.ownTheme === '' ? (row.campaignTheme ?? '') : row.ownTheme,
    notice: await noticeOf(db, row),
    ...{ triggerOn, place, replacedBy, isWhole },
    observer: observerId === null ? null : { id: observerId, name: observerName ?? '' },
    superiors: mayRun ? (await namesOfPath(db, row.path.slice(0, -1))).toReversed() : [],
    replaces: replacesId === null ? null : { id: replacesId, reason: orderedReason },
    asks: asksOf(row),
    steps: checklistOf(facts, row, { template: templateOf(row), isWhole }),
    opinionGroups: [...facts.groups],
    problems: facts.problems,
    reportPaper: row.reportPaperId === null ? null : { id: row.reportPaperId, name: row.reportTitle ?? '' },
    mayWrite: mayRun,
    mayOrderAgain: isAbove(asking.actor, row.path) && replacedBy === null,
  }
}

async function noticeOf(
  db: Database | Tx,
  { noticePaperId, noticeTitle }: MeetingRow,
): Promise<MeetingDetail['notice']> {
  const file = noticePaperId === null ? undefined : await latestFile(db, noticePaperId)
  return file === undefined ? null : { title: noticeTitle ?? '', fileName: file.name }
}

function asksOf({ aspects, mirrors, reportItems, fromOn, untilOn }: MeetingRow): MeetingDetail['asks'] {
  if (fromOn === null || untilOn === null) return null
  return {
    aspects: aspects as { title: string; points: string[] }[],
    mirrors: mirrors ?? [],
    reportItems: reportItems ?? [],
    fromOn,
    untilOn,
  }
}
