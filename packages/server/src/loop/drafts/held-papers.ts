import {
  absentees,
  lastOf,
  type MeetingSession,
  recordKindNames,
  sessionCircleNames,
  type SessionWhole,
  type WorkRecordDetail,
} from '@duizhao/contract'
import { dateInChinese } from '@duizhao/engine/wording'
import type { OfficialBlock } from '@duizhao/report'
import { dayOrRoom, labelled, numbered, sections } from './blocks.ts'

/** How many of those due were there, if not all the time. */
export function presentAt({ expected, presence }: SessionWhole): number {
  const away = absentees(presence)
  return expected.filter(({ id }) => !away.has(id)).length
}

/** 签到表: who was due at a session, with room to sign; who was not there stands with why. */
export function attendanceBlocks(onDay: string | null, whole: SessionWhole): OfficialBlock[] {
  const away = absentees(whole.presence)
  const last = lastOf(whole.presence)
  return [
    labelled('时间', dayOrRoom(onDay)),
    labelled('地点', whole.place),
    labelled('应到', `${whole.expected.length}人，实到${presentAt(whole)}人`),
    {
      kind: 'table',
      columns: [
        { header: '序号', share: 12 },
        { header: '姓名', share: 26 },
        { header: '职务', share: 30 },
        { header: '签名', share: 32 },
      ],
      rows: whole.expected.map(({ id, name, caption }, at) => [
        `${at + 1}`,
        name,
        caption,
        away.has(id) ? ['缺席', last.get(id)?.note ?? ''].filter((words) => words !== '').join('：') : '',
      ]),
    },
  ]
}

/** 学习记录 of a study before the meeting, as it was recorded. */
export function studyBlocks(study: WorkRecordDetail): OfficialBlock[] {
  const { onDay, place, host, topics, attendance, participants, outcome } = study
  const away = participants.filter(({ kind }) => kind === 'absent' || kind === 'excused')
  return [
    labelled('时间', dateInChinese(onDay)),
    labelled('地点', place),
    labelled('主持人', host?.name ?? ''),
    ...(attendance === null ? [] : [labelled('应到', `${attendance.expected}人，实到${attendance.present}人`)]),
    ...(away.length === 0 ? [] : [labelled('缺席', away.map(({ person }) => person.name).join('、'))]),
    ...sections([
      {
        heading: '学习内容',
        blocks: numbered(
          topics.map(({ text, ofDay }) => (ofDay === null ? text : `${text}（${dateInChinese(ofDay)}）`)),
        ),
      },
      { heading: '研讨发言', blocks: [labelled('发言要点', outcome)] },
    ]),
  ]
}

/** What the paper of a session is called: 班子会签到表; where there is one session only, 签到表. */
export function sessionPaperName({ circle, circles }: MeetingSession, name: string): string {
  return circles.length === 1 ? name : `${sessionCircleNames[circle]}${name}`
}

/** What the paper of a study is called: 会前学习记录（1月8日）. */
export function studyPaperName({ onDay }: WorkRecordDetail): string {
  const [, month = '', day = ''] = onDay.split('-')
  return `会前${recordKindNames.study}记录（${Number(month)}月${Number(day)}日）`
}
