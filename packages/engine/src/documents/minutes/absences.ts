import type { SourceDocument } from '../../reading/source-document.ts'
import type { Span } from '../../span.ts'
import { beginningOf } from '../../wording/beginnings.ts'
import { isCommonName, isName } from '../../wording/name-patterns.ts'
import { awayIn } from './away-list.ts'
import { isReason, reasonOf } from './away-reasons.ts'
import { type Field, fieldNamed } from './fields.ts'
import type { Absence } from './minutes.ts'

const NOBODY =
  /^(?:无|没有|0人?|零|\/|—+)(?:人)?(?:缺席|请假)?[。.]?$|^(?:全员|全部|均)(?:到会|参加|到齐)|^[全无][^，。]{0,6}(?:到会|缺席)/
const NOBODY_TOLD =
  /(?:无人|没有人|无)(?:员)?(?:缺席|请假|缺勤)(?:人员|情况)?(?=[，。；）)\n]|$)|(?:全员|全部|全体(?:党员|成员|人员|支委|委员)?(?:均|全部|都)?)(?:到会|到齐|出席|参加(?:会议|学习|活动)?)(?=[，。；）)\n]|$)/m
const AWAY_WORD = '(?:请(?:了)?假|缺席|缺勤|未到会?|未参加|未参会|未出席|缺)'
const NUMBER = '[\\d一二两三四五六七八九十]{1,3}'
/** 请假1人（王晓川，出差）, 缺4人（其中…）, 1人请假：…, 公差2人：…: a count with the list it counts. */
const COUNTED = new RegExp(
  `(?:${AWAY_WORD}(?:党员|人员|人数|同志)?(?:共|计)?\\s*${NUMBER}\\s*[人名位]?|${NUMBER}\\s*[人名位](?:党员|同志)?(?:因[故事病公])*${AWAY_WORD}|(?<=[，；。、\\s])(?<reason>\\p{Script=Han}{2,6}?)${NUMBER}\\s*[人名位](?=[：:（(]))\\s*(?:[（(](?<inside>[^（()）]*)[)）]|[：:，,](?<list>[^。\\n]{2,200}))`,
  'gu',
)
/** What says, at the end of a clause, of those before it that they were away; not what must or may not be. */
const SAYS_AWAY =
  /(?<!不得|不准|不许|需|须|应|要|可以?|允许|理由)(?:请(?:了)?[事病年婚丧产]?假|缺席|缺勤|未(?:能)?(?:按时)?(?:到会|参加|出席|参会|到场|参学|到)|不能(?:到会|参加|出席)|没(?:有)?(?:到会|参加|来)|(?:没能|未能)赶[回到来]来?|(?:履行|办理)(?:了)?(?:请假|相关)手续|委托[^，。；\n]{2,14}(?:参会|参加|出席))(?:会议|学习|活动|本次会议)?(?:[（(][^（()）]{1,20}[)）])?(?=[，,；;。、：:）)\s]|$|并(?:提交|书面|说明|委托)|的?(?:人员|同志|党员)?(?:有|是|为|包括)?[：:])(?:[，,](?:原因|事由|理由)[^，。；\n]{2,20})?/g
const EXCEPT =
  /除(?:了)?([^。\n]{2,160}?)(?:以|之)?外(?=[，,其全均都]|支部|所有|班子|党员)[，,]?[^。\n]{0,24}?(?:到会|参加|到齐|出席|到场|参会|参学)/g
/** 涂小川10时因接访离开, 施然迟到20分钟. */
const IN_PART =
  /(?<=^|[，。；：、（(\n\s])(\p{Script=Han}{2,4}?)(?:同志)?[（(]?((?:\d{1,2}日(?:[上下]午|晚上?)?|\d{1,2}[时点:：]\d{0,2}分?|中途|提前|会议?(?:中途|期间)|因)[^。；\n）)]{0,20}?(?:离开|离会|离席|退场|早退)|迟到[^。；，\n）)]{0,12}|(?:因[^。；，\n）)]{1,12})?晚到[^。；，\n）)]{0,8})/gu

export interface AbsencesSaid {
  readonly absent: readonly Absence[]
  readonly partial: readonly Absence[]
  readonly noneAbsent: Span | null
}

/** Who was away, in part or wholly, and why: by labels and counts, else as a sentence or the list of those present tells it. */
export function absencesIn(document: SourceDocument, fields: readonly Field[]): AbsencesSaid {
  const head = beginningOf(document.text, 'labels')
  const labelled = fieldNamed(fields, 'absent', document)
  if (labelled !== null && NOBODY.test(labelled.words.trim()))
    return { absent: [], partial: [], noneAbsent: { start: labelled.start, end: labelled.end } }
  const partial = [...head.matchAll(IN_PART)].flatMap(({ 0: whole, 1: name = '', 2: reason = '', index }) =>
    isName(name) ? [{ name, reason, start: index, end: index + whole.length }] : [],
  )
  const inPart = new Set(partial.map(({ name }) => name))
  const ways = [
    () => [...labelledIn(document, fields), ...countedIn(head)],
    () => [...exceptedIn(head), ...toldIn(head), ...amongPresent(document, fields), ...behindCount(head)],
  ]
  const found =
    ways.map((way) => once(way().filter(({ name }) => !inPart.has(name)))).find((all) => all.length > 0) ?? []
  const nobody = found.length === 0 ? NOBODY_TOLD.exec(head) : null
  return {
    absent: found,
    partial,
    noneAbsent: nobody && { start: nobody.index, end: nobody.index + nobody[0].length },
  }
}

/** Each once, with the reason if it is told anywhere, in the order of the text. */
function once(found: readonly Absence[]): Absence[] {
  const byName = new Map<string, Absence>()
  for (const one of found) {
    const known = byName.get(one.name)
    if (known === undefined || (known.reason === null && one.reason !== null)) byName.set(one.name, one)
  }
  return [...byName.values()].toSorted((a, b) => a.start - b.start)
}

/**
 * What labels announce: 缺席（休假）：…, 事假：…, a name and its reason in two cells, the lines below a label that stands
 * alone. What is announced as the reason tells only of those listed, if a list there is.
 */
function labelledIn(document: SourceDocument, fields: readonly Field[]): Absence[] {
  const listed = fields.flatMap((field, i) => (field.name === 'absent' || field.name === 'away' ? ofLabel(i) : []))
  const names = new Set(listed.map(({ name }) => name))
  const told = fields.flatMap((field, i) => (field.name === 'reason' ? ofLabel(i) : []))
  return [...listed, ...told.filter(({ name }) => listed.length === 0 || names.has(name))]

  function ofLabel(place: number): Absence[] {
    const { text } = document
    const field = fields[place]
    if (!field) return []
    const { start, end } = field.value
    const noted = reasonOf(/[（(]([^（()）\n]{1,12})[)）]/.exec(text.slice(field.start, field.end))?.[1] ?? '')
    const because = field.name === 'away' ? field.label : noted !== null && isReason(noted) ? noted : null
    const next = fields.slice(place + 1).find((each) => each.start > field.start)
    const beside = next?.name === 'reason' ? text.slice(next.value.start, next.value.end).trim() : null
    const own =
      end > start ? awayIn(firstLines(text.slice(start, end)), start) : awayBelow(text, end, next?.start ?? text.length)
    return own.map((one) => ({ ...one, reason: one.reason ?? because ?? (own.length === 1 ? beside : null) }))
  }
}

/** A cell may give each a line; behind the end of a sentence other things are told. */
function firstLines(words: string): string {
  return words.split('。', 1)[0]?.replace(/\n/g, '；') ?? ''
}

const MOST_BELOW = 20

/** Numbered lines below a label that stands alone, one or several names each. */
function awayBelow(text: string, from: number, until: number): Absence[] {
  const found: Absence[] = []
  let [at, lines] = [from, 0]
  for (const line of text.slice(from, until).split('\n')) {
    if (line.trim() !== '') {
      const own = awayIn(line, at)
      if (own.length === 0 || lines >= MOST_BELOW) break
      found.push(...own)
      lines += 1
    }
    at += line.length + 1
  }
  return found
}

function countedIn(head: string): Absence[] {
  return [...head.matchAll(COUNTED)].flatMap(({ 0: whole, index, groups }) => {
    const { reason, inside, list = '' } = groups ?? {}
    const words = inside ?? list
    const at = index + whole.lastIndexOf(words)
    if (reason !== undefined && !isReason(reason)) return []
    const bracket = inside === undefined ? /^\s*[（(]([^（()）]*)[)）]\s*$/.exec(words) : null
    const own = bracket === null ? awayIn(words, at) : awayIn(bracket[1] ?? '', at + words.indexOf('（') + 1)
    return own.map((one) => ({ ...one, reason: one.reason ?? reason ?? null }))
  })
}

/** 除甲、乙值班外，其余到会. */
function exceptedIn(head: string): Absence[] {
  return [...head.matchAll(EXCEPT)].flatMap(({ 0: whole, 1: words = '', index }) =>
    awayIn(words, index + whole.indexOf(words)),
  )
}

/** A line behind 方媛：, or 方媛对冯唐：, and a sentence behind 方媛同志说. */
const SPEECH =
  /(?<=^[ 　]*)(\p{Script=Han}{2,4}?)(?:同志)?(?:对\p{Script=Han}{2,4})?[：:][^\n]{20,}|(?<=^[ 　]*|。)(\p{Script=Han}{2,4}?)(?:同志)?(?:说|谈到|认为|表示|指出|提出|回忆)[^。\n]*/gmu

/** The text with blanks for what somebody said: that is not of the day. */
function withoutSpeech(text: string): string {
  return text.replace(SPEECH, (speech: string, speaker?: string, teller?: string) =>
    isCommonName(speaker ?? '') || isName(teller ?? '') ? ' '.repeat(speech.length) : speech,
  )
}

/** Sentences, and what stands in their brackets, that say of people that they did not come. */
function toldIn(head: string): Absence[] {
  const told = withoutSpeech(head)
  return [...told.matchAll(/[^。\n]+/g), ...told.matchAll(/(?<=[（(])[^（()）\n]{6,}(?=[)）])/g)].flatMap(
    ({ 0: words, index }) => {
      const said = [...words.matchAll(SAYS_AWAY)]
      if (said.length === 0) return []
      const behind = said.findLast((match) => !isInBracket(words, match.index))
      const end = behind === undefined ? words.length : behind.index + behind[0].length
      // 年老体弱请假：… announces who did.
      const until = /^的?(?:人员|同志|党员)?(?:有|是|为|包括)?[：:]/.test(words.slice(end)) ? words.length : end
      return awayIn(words.slice(0, until), index).filter(({ name, reason, start, end: stop }) => {
        if (behind === undefined) return AWAY_IN_BRACKET.test(head.slice(start, stop).replace(name, ''))
        return reason !== null || SAYS_AWAY_SHORT.test(head.slice(start, stop + 12))
      })
    },
  )
}

function isInBracket(words: string, at: number): boolean {
  const before = words.slice(0, at)
  return (
    Math.max(before.lastIndexOf('（'), before.lastIndexOf('(')) >
    Math.max(before.lastIndexOf('）'), before.lastIndexOf(')'))
  )
}

/** Of whom no reason is told, it must be said next that they were away. */
const SAYS_AWAY_SHORT = /^[^，。；]{2,24}(?:请假|缺席|缺勤|未(?:能)?(?:到会|参加|出席|参会|到))/

const AWAY_IN_BRACKET = /请假|缺席|缺勤|未到|未参加|假$|出差|公差|外出|值班/

/** Among those present: 居正（开庭，请假）; 参加：全所工作人员，那晴事假. */
function amongPresent(document: SourceDocument, fields: readonly Field[]): Absence[] {
  const present = fieldNamed(fields, 'present', document)
  if (present === null) return []
  return awayIn(present.words, present.start).filter(({ name, reason, start, end }) => {
    const told = document.text.slice(start, end).replace(name, '')
    return reason !== null && AWAY_IN_BRACKET.test(told)
  })
}

/** 实到13名（甲驻村）: of those who came nobody's reason is told. */
const BEHIND_COUNT = new RegExp(`实(?:到|际到会|参加)\\p{Script=Han}{0,4}${NUMBER}[人名位][（(]([^（()）]*)[)）]`, 'gu')

function behindCount(head: string): Absence[] {
  return [...head.matchAll(BEHIND_COUNT)].flatMap(({ 0: whole, 1: inside = '', index }) =>
    awayIn(inside, index + whole.indexOf(inside, whole.search(/[（(]/))).filter(
      ({ reason }) => reason !== null && isReason(reason),
    ),
  )
}
