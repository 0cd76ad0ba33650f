import { type MeetingDetail, meetingStepNames, meetingSteps, type OpinionGroup, ruleOfStep } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { conflict, invalid } from '../../platform/refusal.ts'
import { seenPaper } from '../papers/index.ts'
import { refuseReplaced, refuseUnseen } from './change-meeting.ts'
import { blocking, nameOfRule } from './checklist.ts'
import { countStanding } from './count-standing.ts'
import { appendGroup, insertWaiver, replaceGroups, setReported, waiversOfMeeting } from './facts-queries.ts'
import { factsOf } from './meeting-facts.ts'
import { type MeetingRow, nameOf } from './meeting-queries.ts'
import { type Asking, writableMeeting } from './policy.ts'
import { detailOf } from './read-meeting.ts'
import { templateOf } from './template.ts'

interface Done {
  readonly action: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** Does one thing in a meeting by who runs it, counts anew where it is, and leaves an entry. */
function inMeeting(
  context: ActorContext,
  meetingId: string,
  work: (tx: Tx, meeting: MeetingRow, asking: Asking) => Promise<Done>,
): Promise<MeetingDetail> {
  const asking = { actor: context.actor, today: dateInChina(context.now) }
  return transaction(context.db, async (tx) => {
    const meeting = await writableMeeting(tx, asking, meetingId)
    refuseReplaced(meeting)
    const done = await work(tx, meeting, asking)
    const after = await countStanding(tx, meetingId, context.now)
    const { organisationId } = meeting
    await record(tx, context, { ...done, subject: nameOf(meeting), organisationId })
    return detailOf(tx, asking, after)
  })
}

/** Writes down how many were asked for opinions in which way, and how many came: counts, until they are collected here. */
export function setOpinionGroups(
  context: ActorContext,
  meetingId: string,
  { groups, version }: { readonly groups: readonly OpinionGroup[]; readonly version: number },
): Promise<MeetingDetail> {
  return inMeeting(context, meetingId, async (tx, meeting) => {
    refuseUnseen(meeting, version)
    await replaceGroups(tx, meetingId, groups)
    return { action: 'meeting.setOpinionGroups', detail: { groups: groups.length } }
  })
}

/** What a round brought is counted in the meeting it was held for, in the round’s transaction. */
export async function addOpinionGroup(
  tx: Tx,
  { meetingId, now }: { readonly meetingId: string; readonly now: Date },
  group: OpinionGroup,
): Promise<void> {
  await appendGroup(tx, meetingId, group)
  await countStanding(tx, meetingId, now)
}

/** Writes why something asked is not done; it stays and is printed. Conflict if that was written before. */
export function setAside(
  context: ActorContext,
  meetingId: string,
  { rule, reason }: { readonly rule: string; readonly reason: string },
): Promise<MeetingDetail> {
  const { actor, now } = context
  return inMeeting(context, meetingId, async (tx) => {
    const step = meetingSteps.find((each) => ruleOfStep(each) === rule)
    const name = step === undefined ? nameOfRule(rule) : meetingStepNames[step]
    if (name === undefined) throw invalid('没有这一项要求。', '请在会议的清单里选。')
    if ((await waiversOfMeeting(tx, meetingId)).some((waiver) => waiver.rule === rule))
      throw conflict(`“${name}”已经写过理由。`, '写了的理由不改不删。')
    await insertWaiver(tx, {
      ...{ id: newId(), meetingId, rule, reason, at: now },
      ...{ accountId: actor.accountId, by: actor.personName },
    })
    return { action: 'meeting.setAside', detail: { rule, name, reason } }
  })
}

/** Writes down that the report went up. Conflict while something blocks that nobody set aside: it names what. */
export function reportMeeting(
  context: ActorContext,
  meetingId: string,
  given: { readonly reportedOn: string; readonly paperId: string | null; readonly version: number },
): Promise<MeetingDetail> {
  return inMeeting(context, meetingId, async (tx, meeting, { actor, today }) => {
    const { reportedOn, paperId, version } = given
    refuseUnseen(meeting, version)
    if (meeting.heldOn === null) throw conflict('会还没有开，不能上报情况。', '请先记下会议。')
    if (reportedOn > today || reportedOn < meeting.heldOn)
      throw invalid('上报的日期不对。', '请写实际上报的日期：会后、今天以前。', [
        { field: 'reportedOn', message: '要在开会以后，不晚于今天' },
      ])
    const paper = paperId === null ? undefined : await seenPaper(tx, actor, paperId)
    if (paperId !== null && paper?.organisation.id !== meeting.organisationId)
      throw invalid('没有找到情况报告。', '请从本组织的文稿里选。', [{ field: 'paperId', message: '没有找到' }])
    const open = blocking(await factsOf(tx, meeting, today), templateOf(meeting))
    if (open.length > 0)
      throw conflict(
        `还不能上报：${[...new Set(open.map(({ name }) => name))].join('；')}。`,
        '请先办好；确实办不了的，在那一项写明理由。',
      )
    await setReported(tx, meetingId, { reportedOn, paperId })
    return { action: 'meeting.report', detail: { reportedOn, paper: paper?.title ?? null } }
  })
}
