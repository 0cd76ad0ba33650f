import type { SourceDocument } from '../../reading/source-document.ts'
import type { Span } from '../../span.ts'
import { beginningOf } from '../../wording/beginnings.ts'
import { isName } from '../../wording/name-patterns.ts'
import { type Field, fieldNamed } from './fields.ts'
import type { Absence } from './minutes.ts'

/** Reasons as records give them; a name never is one of these. */
const REASON =
  '(?:因)?(?:[事病年产婚丧公休育]假|(?:高温|哺乳|护理|陪产|探亲|公休|工伤)假|出差|公差|公务|生病|住院|就医|手术|轮班|值班|倒班|当班|[白夜早晚中]班|下乡|驻村|挂职|借调|援[疆藏派]|外出(?:\\p{Script=Han}{1,8})?|出国|离岗|退休|有事|在外|[在赴去到参](?:\\p{Script=Han}{1,14})|培训|学习|开会|公事|事务|陪护|待产|休养|出庭)'
const WHOLE_REASON = new RegExp(`^(?:${REASON}|\\p{Script=Han}{1,4}假)$`, 'u')
const NAME_AND_REASON = new RegExp(`^(\\p{Script=Han}{2,4}?)(?:同志)?(?:因)?(${REASON})(?:请假|缺席)?$`, 'u')
const NOBODY = /^(?:无|没有|0人?|零)(?:人)?(?:缺席|请假)?[。.]?$|^全员(?:到会|参加)/
const NOBODY_TOLD = /(?:无人|没有人|无)(?:缺席|请假)(?:人员)?(?=[，。；\n]|$)/m
/** 请假1人（王晓川，出差）, 请假3名：万里（援疆）、洪波（事假）. */
const COUNTED =
  /(?:请假|缺席|未到会?|未参加)(?:党员|人员)?\s*[\d一二三四五六七八九十]{1,3}\s*[人名位](?:[:：，,]|(?=[（(]))([^。；\n]{2,200})/g
/** 柯以宁因公差、石磊因住院请假; 金谷请假（休假）. */
const TOLD =
  /(?<=^|[，。；：、\n\s])((?!因)\p{Script=Han}{2,4}?)(?:同志)?(?:因([^，。；、\n因]{1,14}?))?(?:请[事病公]?假|缺席|未(?:能)?(?:到会|参加|出席))(?:[（(]([^（()）]{1,20})[)）])?/gu
const TOLD_BEFORE =
  /(?<=^|[，。；：、\n\s])(\p{Script=Han}{2,4}?)(?:同志)?因([^，。；、\n因]{1,14}?)、(?=\p{Script=Han}{2,4}?(?:同志)?因)/gu
/** 涂小川10时因接访离开. */
const IN_PART =
  /(?<=^|[，。；：、\n\s])(\p{Script=Han}{2,4}?)(?:同志)?((?:\d{1,2}[时点:：]\d{0,2}分?|中途|提前|会议?(?:中途|期间)|因)[^。；\n]{0,20}?(?:离开|离会|离席|退场|早退)|迟到[^。；，\n]{0,12}|(?:因[^。；，\n]{1,12})?晚到[^。；，\n]{0,8})/gu

export interface AbsencesSaid {
  readonly absent: readonly Absence[]
  readonly partial: readonly Absence[]
  readonly noneAbsent: Span | null
}

/** Who was away, in part or wholly, and why: by the label, by the count, else as a sentence tells it. */
export function absencesIn(document: SourceDocument, fields: readonly Field[]): AbsencesSaid {
  const head = beginningOf(document.text, 'labels')
  const labelled = fieldNamed(fields, 'absent', document)
  if (labelled !== null && NOBODY.test(labelled.words.trim()))
    return { absent: [], partial: [], noneAbsent: { start: labelled.start, end: labelled.end } }
  const partial = [...head.matchAll(IN_PART)].flatMap(({ 0: whole, 1: name = '', 2: reason = '', index }) =>
    isName(name) ? [{ name, reason, start: index, end: index + whole.length }] : [],
  )
  const inPart = new Set(partial.map(({ name }) => name))
  const listed =
    labelled === null
      ? [...head.matchAll(COUNTED)].flatMap(({ 0: whole, 1: words = '', index }) =>
          listedIn(unwrapped(words), index + whole.length - words.length + (unwrapped(words) === words ? 0 : 1)),
        )
      : listedIn(labelled.words, labelled.start)
  const told = listed.length > 0 ? listed : toldIn(head)
  const found = told.length > 0 ? told : besidePresent(document, fields)
  const nobody = found.length === 0 ? NOBODY_TOLD.exec(head) : null
  return {
    absent: found.filter(({ name }) => !inPart.has(name)),
    partial,
    noneAbsent: nobody && { start: nobody.index, end: nobody.index + nobody[0].length },
  }
}

/** What one bracket holds as a whole: （王晓川，出差）. */
function unwrapped(words: string): string {
  return /^[（(]([^（()）]*)[)）]/.exec(words)?.[1] ?? words
}

/** Names with their reasons between separators; a reason may stand in brackets, behind the name or behind a comma. */
function listedIn(words: string, at: number): Absence[] {
  const [first = ''] = words.split(/[。\n]/)
  const found: Absence[] = []
  for (const { 0: part, index } of first.matchAll(
    /(?:[^、，,；;\s　（(]|[（(][^（()）]*[)）]|(?<=\p{Script=Han})[ 　](?=\p{Script=Han}(?![\p{Script=Han}])))+/gu,
  )) {
    const [, bare = '', bracket] = /^([^（(]+)(?:[（(]([^（()）]*)[)）])?/.exec(part) ?? []
    const plain = bare.replace(/[ 　]/g, '').replace(/同志$/, '')
    const last = found.at(-1)
    const span = { start: at + index, end: at + index + part.length }
    const [, joined = '', reason = ''] = NAME_AND_REASON.exec(plain) ?? []
    if (WHOLE_REASON.test(plain) && last !== undefined && last.reason === null)
      found[found.length - 1] = { ...last, reason: plain, end: span.end }
    else if (joined !== '' && isName(joined)) found.push({ name: joined, reason: reason.replace(/^因/, ''), ...span })
    else if (isName(plain)) found.push({ name: plain, reason: bracket?.trim() || null, ...span })
  }
  return found
}

function toldIn(head: string): Absence[] {
  return [...head.matchAll(TOLD_BEFORE), ...head.matchAll(TOLD)]
    .filter(([, name = '']) => isName(name))
    .map(({ 0: whole, 1: name = '', 2: because, 3: bracket, index }) => ({
      name,
      reason: because ?? bracket ?? null,
      start: index,
      end: index + whole.length,
    }))
    .toSorted((a, b) => a.start - b.start)
}

/** 参加：全所工作人员，那晴事假. */
function besidePresent(document: SourceDocument, fields: readonly Field[]): Absence[] {
  const present = fieldNamed(fields, 'present', document)
  return [...(present?.words.matchAll(/[^，,；;。\n]+/g) ?? [])].flatMap(({ 0: clause, index }) => {
    const [, name = '', reason = ''] = NAME_AND_REASON.exec(clause.trim()) ?? []
    const start = (present?.start ?? 0) + index
    return isName(name) && reason.endsWith('假') ? [{ name, reason, start, end: start + clause.length }] : []
  })
}
