import type { Span } from '../../span.ts'
import { datesIn } from '../../wording/dates-in-text.ts'
import { LEADING_NUMBER } from '../../wording/leading-number.ts'
import { NAME } from '../../wording/name-patterns.ts'
import { peopleOf } from './people-said.ts'
import type { Topic } from './minutes.ts'
import { textDay } from './text-day.ts'

const MARK = new RegExp(
  `^(?:[\\s　*#]|共?有?[一二两三四五六七八九十\\d]{1,2}[项个](?:议题|议程)?[，,：:]|${LEADING_NUMBER}|\\d{1,2}[.．、](?=20\\d\\d年)|[一二三四五六七八九十]是|(?:议[题程][一二三四五六七八九十]{1,3}|第[一二三四五六七八九十]{1,3}项(?:议题|议程)?)[:：　 ]|[①-⑳]|“?第[一1]议题”?[:：]|领学(?!人))+`,
)
const BRACKET = /[（(]([^（()）]{1,40})[)）]\s*$/
const ROLE = /^(?:汇报|主讲|领学|报告|宣读|传达|讲课|授课|发言|主持|解读)?人?[:：]?/
const ROLE_BEHIND = /(?:同志)?(?:汇报|主讲|领学|报告|宣读|传达|讲课|授课|介绍|解读)$/
const ACTS = '(?:领学|传达|通报|汇报|宣读|解读|介绍|作|讲|带领|领读)'
const SPEAKER_FIRST = new RegExp(
  `^(?:由)?(?:[\\p{Script=Han}、]{2,20}?(?:书记|长|主任|委员|员|干事))?(?:(${NAME})(?:同志)?|(\\p{Script=Han}{2,3})同志)(?=${ACTS})`,
  'u',
)
const LECTURE = /^[讲上](?:了)?(?:一堂|一次|专题|廉政)?党课[:：，,]?\s*/
/** 作动员讲话，部署…. */
const SPEECH = /^作(?:动员|总结|重要|专题)?(?:讲话|报告|发言)[，,:：]\s*/
const LONGEST = 120

/** One topic: its words without number, speaker and date; null for what is no topic. */
export function topicSaid(text: string, { start, end }: Span, day: string | null): Topic | null {
  const first = text.slice(start, end)
  let at = start + (MARK.exec(first)?.[0].length ?? 0)
  let words = text
    .slice(at, end)
    .trimEnd()
    .replace(/[\s。；;，,、*]+$/, '')
  const whole = words
  let speaker: string | null = null
  for (let match = BRACKET.exec(words); match !== null; match = BRACKET.exec(words)) {
    const inside = match[1] ?? ''
    const named = speakerIn(inside)
    const isNote = named !== null || datesIn(inside).length > 0 || /^\d{1,2}月\d{1,2}日/.test(inside)
    if (!isNote) break
    speaker ??= named
    words = words.slice(0, match.index).trimEnd()
  }
  const [spoken = '', surnamed = null, name = surnamed] = SPEAKER_FIRST.exec(words) ?? []
  if (name !== null && spoken.length < words.length) {
    speaker ??= name
    at += spoken.length
    words = words.slice(spoken.length)
  }
  const lead = (LECTURE.exec(words) ?? SPEECH.exec(words))?.[0] ?? ''
  if (lead.length < words.length) {
    at += lead.length
    words = words.slice(lead.length)
  }
  if (words.length < 2 || words.length > LONGEST) return null
  return { text: words, ofDay: textDay(whole, day), speaker, start: at, end: at + words.length }
}

/** Who speaks, in a bracket: 汇报人：甲, 2025年7月14日，领学人甲, 派驻纪检组甲. */
function speakerIn(inside: string): string | null {
  const parts = inside.split(/[，,；;]/).map((part) => part.replace(ROLE, '').replace(ROLE_BEHIND, ''))
  return parts.flatMap((part) => peopleOf(part, 0))[0]?.value ?? null
}
