import {
  agendaOf,
  type AgendaItemId,
  type MeetingSession,
  problemStateNames,
  sessionCircleNames,
} from '@duizhao/contract'
import { dateInChinese } from '@duizhao/engine/wording'
import type { OfficialBlock } from '@duizhao/report'
import { priorInWords } from '../sessions/index.ts'
import { opinionsInWords } from './before-meeting.ts'
import { paragraph, ROOM, sections } from './blocks.ts'
import type { DraftFacts } from './draft-facts.ts'

/** 主持词: the agenda in its order, with the numbers that are told at each item. */
export function scriptBlocks(facts: DraftFacts): OfficialBlock[] {
  return facts.sessions.flatMap((session): OfficialBlock[] => [
    ...(facts.sessions.length === 1
      ? []
      : [{ kind: 'heading' as const, level: 1 as const, words: sessionCircleNames[session.circle] }]),
    paragraph(`应到${session.quorum.expected}人，实到　　人。`),
    ...sections(
      agendaOf[session.circle].map(({ id, name }) => ({
        heading: name,
        blocks: [...(told[id]?.(facts, session) ?? []), ROOM],
      })),
    ),
  ])
}

/** What is known of an item of the agenda before it is come to. */
const told: Partial<Record<AgendaItemId, (facts: DraftFacts, session: MeetingSession) => OfficialBlock[]>> = {
  prior: (_, session) => priorTold(session),
  opinions: (facts) => [paragraph(opinionsInWords(facts))],
}

/** 上次会议整改措施落实情况: how many problems earlier meetings left and are done, and each with how it stands. */
export function priorBlocks({ sessions: [session] }: DraftFacts): OfficialBlock[] {
  if (session === undefined) return [ROOM]
  const problems = session.whole?.prior.problems ?? []
  if (problems.length === 0) return [...priorTold(session), ROOM]
  return [
    ...priorTold(session),
    {
      kind: 'table',
      columns: [
        { header: '序号', share: 12 },
        { header: '存在问题', share: 48 },
        { header: '状态', share: 20 },
        { header: '时限', share: 20 },
      ],
      rows: problems.map(({ number, text, state, dueOn }) => [
        `${number}`,
        text,
        problemStateNames[state],
        dueOn === null ? '' : dateInChinese(dueOn),
      ]),
    },
    ROOM,
  ]
}

/** What became of the problems earlier meetings left; nothing for whom the session is not told. */
export function priorTold({ whole }: MeetingSession): OfficialBlock[] {
  return whole === null ? [] : [paragraph(priorInWords(whole.prior))]
}
