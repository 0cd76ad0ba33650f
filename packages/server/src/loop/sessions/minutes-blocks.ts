import {
  absentees,
  type AgendaItem,
  type AgendaItemId,
  lastOf,
  type MeetingSession,
  presenceKindNames,
  problemStateNames,
  type SessionRemark,
  type SessionWhole,
} from '@duizhao/contract'
import { dateInChinese } from '@duizhao/engine/wording'
import type { OfficialBlock } from '@duizhao/report'

/** Room to write by hand what nobody but the chair said. */
const ROOM = '\n'

const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** Head of the minutes with time, place, who was there; then what was said, by the items of the agenda in their order. */
export function minutesBlocks(
  session: MeetingSession,
  whole: SessionWhole,
  agenda: readonly AgendaItem[],
): OfficialBlock[] {
  return [
    ...headOf(session, whole),
    ...agenda.flatMap((item, at): OfficialBlock[] => [
      { kind: 'heading', level: 1, words: `${CHINESE[at] ?? at + 1}、${item.name}` },
      ...bodies[item.id](whole),
    ]),
    paragraph('记录人：'),
  ]
}

const paragraph = (words: string): OfficialBlock => ({ kind: 'paragraph', words })

function headOf({ onDay, quorum }: MeetingSession, whole: SessionWhole): OfficialBlock[] {
  const last = lastOf(whole.presence)
  const absent = absentees(whole.presence)
  const away = whole.expected.filter(({ id }) => absent.has(id))
  const present = whole.expected.filter(({ id }) => !absent.has(id))
  const partly = present.filter(({ id }) => last.has(id))
  const why = (id: string): string => {
    const note = whole.presence.findLast(({ personId, note: words }) => personId === id && words !== '')?.note ?? ''
    return [presenceKindNames[last.get(id)?.kind ?? 'came'], note].filter((words) => words !== '').join('，')
  }
  const names = (people: readonly { readonly name: string }[]): string => people.map(({ name }) => name).join('、')
  return [
    paragraph(`时间：${onDay === null ? '' : dateInChinese(onDay)}`),
    paragraph(`地点：${whole.place}`),
    paragraph(`主持：${whole.host?.name ?? ''}`),
    paragraph(`应到：${quorum.expected}人　实到：${present.length}人`),
    paragraph(`出席：${names(present)}`),
    ...(away.length === 0
      ? []
      : [paragraph(`缺席：${away.map(({ id, name }) => `${name}（${why(id)}）`).join('、')}`)]),
    ...(partly.length === 0
      ? []
      : [paragraph(`没有全程参加：${partly.map(({ id, name }) => `${name}（${why(id)}）`).join('、')}`)]),
    paragraph('列席：'),
  ]
}

const bodies: Readonly<Record<AgendaItemId, (whole: SessionWhole) => OfficialBlock[]>> = {
  prior: priorBlocks,
  opinions: () => [paragraph(ROOM)],
  committee_report: () => [paragraph(ROOM)],
  team_check: () => [paragraph(ROOM)],
  remarks: remarkBlocks,
  written: ({ lines, expected }) => {
    const nameOf = (id: string | null): string => expected.find((person) => person.id === id)?.name ?? ''
    const read = lines.filter(({ kind }) => kind === 'written')
    if (read.length === 0) return [paragraph('没有书面发言。')]
    return read.map(({ personId, text }) => paragraph(`${nameOf(personId)}（书面发言）：${text}`))
  },
  superior: ({ lines }) => {
    const said = lines.filter(({ kind }) => kind === 'superior')
    if (said.length === 0) return [paragraph(ROOM)]
    return said.map(({ speaker, text }) => paragraph(`${speaker === '' ? '' : `${speaker}：`}${text}`))
  },
  summary: () => [paragraph(ROOM)],
}

/** What became of the problems earlier meetings left, as it is told at the meeting. */
export function priorInWords({ total, done }: SessionWhole['prior']): string {
  if (total === 0) return '台账上没有以前会议的问题。'
  return `以前会议查摆、列入台账的问题${total}个，已完成${done}个，没有完成${total - done}个。`
}

function priorBlocks({ prior }: SessionWhole): OfficialBlock[] {
  return [
    paragraph(priorInWords(prior)),
    ...prior.problems
      .filter(({ state }) => problemStateNames[state] !== problemStateNames.struck_off)
      .map(({ number, text, state }) => paragraph(`${number}号：${text}（${problemStateNames[state]}）`)),
    paragraph(ROOM),
  ]
}

/**
 * By the person it is about: first what he said of himself, then what the others said, in the order of the seats; those
 * last who were due by another day or another post than stands there now.
 */
function remarkBlocks({ expected, remarks }: SessionWhole): OfficialBlock[] {
  const people = new Map([...expected, ...remarks.map(({ about }) => about)].map(({ id, name }) => [id, name]))
  return [...people].flatMap(([id, name], at): OfficialBlock[] => {
    const own = remarks.filter(({ about }) => about.id === id)
    const said = own.filter(({ kind }) => kind === 'criticism')
    const words = ({ text }: SessionRemark): string => (text === '' ? '（没有记下内容）' : text)
    return [
      { kind: 'heading', level: 2, words: `（${CHINESE[at] ?? at + 1}）${name}` },
      ...own.filter(({ kind }) => kind === 'self_criticism').map((one) => paragraph(`自我批评：${words(one)}`)),
      ...(own.some(({ kind }) => kind === 'self_criticism') ? [] : [paragraph('自我批评：')]),
      ...said.map((one) => paragraph(`${one.from.name}：${words(one)}`)),
    ]
  })
}
