import { isCommonName, isCompoundSurname, isName, NAME, POST, SURNAME_AND_ONE } from '../../wording/name-patterns.ts'
import { withoutLeadingNumber } from '../../wording/leading-number.ts'
import { isReason, OF_ALL, REASON, reasonOf, withoutAway } from './away-reasons.ts'
import type { Absence } from './minutes.ts'

/** A bracket with which a piece ends: behind it a name begins that has its own. */
const LAST_BRACKET = `（[^（）]*）(?=${NAME}（)`
/** Names and reasons between separators: a bracket belongs to the words before it, a blank inside a name to the name. */
const PIECE = new RegExp(
  `(?:[^、，,；;。\\s　（]|(?!${LAST_BRACKET})（[^（）]*）|(?<=\\p{Script=Han})[ 　](?=\\p{Script=Han}(?![\\p{Script=Han}])))+(?:${LAST_BRACKET})?`,
  'gu',
)
/** Words, a bracket, words: 居正（副院长）开庭. */
const PARTS = /^([^（]*)(?:（([^（）]*)）)?(.*)$/
const PEOPLE = '[\\d一二两三四五六七八九十]{1,3}[人名位]'
/** 抢修3人：… : the reason of all that follow. */
const COUNT = new RegExp(`(?:共|计)?\\s*${PEOPLE}$`)
/** 同志, 三名同志, 等2人 behind a name. */
const TOGETHER = `(?:等)?(?:[\\d一二两三四五六七八九十]{1,3}[人名位]?)?(?:同志|党员|委员|职工)|(?:等)?${PEOPLE}`
const ENDS_TOGETHER = new RegExp(`(?:${TOGETHER})$`)
const BECAUSE = new RegExp(`^(\\p{Script=Han}{2,4}?)(?:${TOGETHER})?(?:均|都|分别)?(?:因|由于)(.+)$`, 'u')
const NAME_AND_REASON = new RegExp(`^(\\p{Script=Han}{2,4}?)(?:${TOGETHER})?(?:均|都)?(${REASON})$`, 'u')
/** Whatever is said of somebody with a usual name in a list of those who are away. */
const NAME_AND_WORDS = new RegExp(`^(${NAME})(?:${TOGETHER})?(?:均|都)?(\\p{Script=Han}{2,16})$`, 'u')
/** 牙柏二人执行…: where it is said how many they are, the name ends. */
const COUNTED_AND_WORDS = new RegExp(`^(\\p{Script=Han}{2,3}?)(?:${TOGETHER})(?:均|都)?(\\p{Script=Han}{2,16})$`, 'u')
/** 丁满在…, 管乐下…: a character that ends no given name begins what is said of him. */
const SHORT_NAME_AND_WORDS = new RegExp(
  `^(${SURNAME_AND_ONE})((?:[在到赴去因下被仍住陪驻借休病跟随不没])\\p{Script=Han}{1,16})$`,
  'u',
)
/** 全所工作人员 are nobody by name. */
const GROUP = /(?:人员|成员|党员|干部|职工|群众|单位|科室|会议|工作)$/
const POST_BEFORE = new RegExp(`^\\p{Script=Han}{0,8}?${POST}(?=\\p{Script=Han}{2})`, 'u')
const POST_FIRST = new RegExp(`^${POST}`)
const IS_POST = new RegExp(`${POST}$`)
/** 原因：…, 事由为…: the reason of those before. */
const WHY = /^(?:缺席|请假|缺勤|未到)?(?:原因|事由|理由)(?:[：:]|为|是|系)?/
/** Who took part from elsewhere was there. */
const BY_WIRE = /(?:线上|视频|远程|网络)\p{Script=Han}{0,6}(?:参[加会学]|接入)/u
/** What leads to a name and is no part of it. */
const LEAD = /^(?:其中|另有?|还有|以及|分别[是为系]|(?:除(?:了)?|[及和与为是系])(?=\p{Script=Han}{2}))[：:]?/u
const BETWEEN_NAMES = new RegExp(`(?<=）|(?:^|[、，；：为是的])${NAME})[和与及](?=\\p{Script=Han}{2})`, 'gu')

interface Named {
  readonly name: string
  readonly reason: string | null
  /** True if what is said of this one is said of those named before in the same row, too. */
  readonly ofAll: boolean
}

/**
 * Who is named in a list of those away, and why. A reason may stand behind the name (in brackets, behind 因 or a colon, as
 * the next piece), before it for several (公差2人：…), or behind the last of several who share it.
 */
export function awayIn(written: string, at: number): Absence[] {
  const list = alike(written)
  const isGrouped = isInGroups(list)
  const found: Absence[] = []
  /** Where in `found` those stand of whom no reason has been told in this row. */
  let open: number[] = []
  let shared: string | null = null
  let last = 0
  const tellAll = (reason: string, end: number): void => {
    for (const place of open) {
      const one = found[place]
      if (one) found[place] = { ...one, reason, end: place === open.at(-1) ? end : one.end }
    }
    open = []
  }
  for (const { 0: piece, index } of list.matchAll(PIECE)) {
    const separator = list.slice(last, index)
    if (/[；;。]/.test(separator)) [open, shared] = [[], null]
    last = index + piece.length
    const start = at + index
    const end = start + piece.length
    const [heading, words] = headed(plainWords(piece))
    if (heading !== null) [open, shared] = [[], heading]
    if (withoutAway(words) === '') continue
    const [, why = '', those = ''] = COUNTED_LIST.exec(words) ?? []
    if (those !== '') {
      const listed = awayIn(those, start + piece.search(/[（(]/) + 1)
      found.push(...listed.map((one) => ({ ...one, reason: one.reason ?? reasonOf(why) })))
      continue
    }
    const [, told, counted = told] = REASON_COUNTED.exec(words) ?? []
    if (counted !== undefined && open.length === 0 && !GROUP.test(counted)) {
      ;[open, shared] = [[], reasonOf(counted)]
      continue
    }
    const of = reasonAlone(words)
    if (of !== null) {
      if (found.length === 0 && /^因(?!故)/.test(words)) shared = of
      if (!/^不[明详]/.test(of)) tellAll(of, end)
      continue
    }
    const named = namedBy(words, separator.includes('、'))
    if (named === null && found.length === 0) shared = null
    if (named === null || BY_WIRE.test(named.reason ?? '')) continue
    if (!separator.includes('、')) open = []
    if ((named.ofAll || isGrouped) && named.reason !== null) tellAll(named.reason, start)
    const reason = named.reason ?? shared
    if (reason === null) open.push(found.length)
    found.push({ name: named.name, reason, start, end })
  }
  return found
}

/** 病假2人（甲、乙）: the reason, and in a bracket those who have it. */
const COUNTED_LIST = new RegExp(`^(${REASON})${PEOPLE}（([^（）]+)）$`, 'u')
/** 外出务工五人，甲、乙；走亲戚的一人，丙: the reason and how many have it, before them. */
const REASON_COUNTED = new RegExp(
  `^(${REASON}|\\p{Script=Han}{2,8}(?=的))的?${PEOPLE}$|^(\\p{Script=Han}{2,8}?)(?<!等)(?:\\d{2}|[2-9二两三四五六七八九十]{1,3})[人名位]$`,
  'u',
)

/** 甲、乙（产假）；丙、丁（值班）: 、 joins those whom one bracket is about, ， or ； parts them from the next. */
function isInGroups(list: string): boolean {
  const groups = list.match(/(?:[^，,；;。（）]|（[^（）]*）)+/g) ?? []
  return groups.length > 1 && groups.every((group) => group.trimEnd().endsWith('）')) && groups.some(isOfSeveral)
}

/** 甲、乙（产假）: one bracket at the end, several before it. */
function isOfSeveral(group: string): boolean {
  const bracket = group.indexOf('（')
  return bracket === group.lastIndexOf('（') && group.slice(0, bracket).includes('、')
}

/** The same text with one kind of brackets, and 、 for what joins two names; every character keeps its place. */
function alike(list: string): string {
  return list
    .replace(/[([【［〔]/g, '（')
    .replace(/[)\]】］〕]/g, '）')
    .replace(/(?<!\d)[—–-](?!\d)/g, '：')
    .replace(BETWEEN_NAMES, '、')
}

function plainWords(piece: string): string {
  return withoutLeadingNumber(piece.replace(/[ 　]/g, '').replace(/^[①-⑳]/, '')).replace(LEAD, '')
}

/** 值班人员卢沟, 因公出差的石磊: the reason first. */
const REASON_BEFORE = /^([^，：（的]{2,12}?)(?:人员|的|的?(?:同志|党员))(?=\p{Script=Han}{2,9}(?:$|[（、]))/u

/** Labels of those who were there look like reasons: 在场人员, 参加. */
const IS_PRESENT = /^(?:参[加学会训]|在[场座岗])/

/** What stands before a colon as the reason of those who follow, with the rest; null if nothing does. */
function headed(words: string): readonly [string | null, string] {
  const colon = /[：:]/.exec(words)
  const before = REASON_BEFORE.exec(words)
  if (before !== null && (isReason(before[1] ?? '') || /^因./.test(words)))
    return [reasonOf(before[1] ?? ''), words.slice(before[0].length)]
  if (!colon || WHY.test(words)) return [null, words]
  return headedByColon(words.slice(0, colon.index), words.slice(colon.index + 1), words)
}

function headedByColon(before: string, after: string, words: string): readonly [string | null, string] {
  const said = withoutAway(before.replace(COUNT, '').replace(/人员$/, ''))
  if ((isReason(said) || /^因./.test(said)) && !IS_PRESENT.test(said)) return [reasonOf(said), after]
  return tellsReason(before, after) ? [null, words] : [null, after]
}

/** True for 白露：监考, not for 考勤：白露. */
function tellsReason(before: string, after: string): boolean {
  return isName(before) && (isReason(after) || (isCommonName(before) && !isCommonName(after)))
}

/** The reason of those before, if the words are one and name nobody: 事假, 因病, 均在外地, 原因：招商. */
function reasonAlone(words: string): string | null {
  const bare = words.replace(WHY, '')
  const isSaid = bare !== words || words.startsWith('因') || OF_ALL.test(words) || isReason(words.replace(/（.*$/, ''))
  return isSaid ? (reasonOf(bare) ?? bare) : null
}

/** The one a piece names, with what it says of him; null if it names nobody. Behind 、 a rare surname may be one. */
function namedBy(piece: string, isJoined: boolean): Named | null {
  const [, head = '', bracket = '', tail = ''] = PARTS.exec(piece) ?? []
  const behind = reasonOf(tail.replace(/^同志/, '')) ?? reasonIn(bracket)
  const ofAll = OF_ALL.test(bracket) || OF_ALL.test(tail)
  const own = withoutAway(head).replace(ENDS_TOGETHER, '')
  const behindPost = own.replace(POST_BEFORE, '')
  // 何勇同志因…: what stands behind 同志 is no name.
  const maybeName = !/^(?:因|由于|均|都)/.test(behindPost) && !isReason(behindPost)
  for (const words of maybeName ? [behindPost, own] : [own]) {
    const told = toldOf(words, isJoined) ?? nameAlone(words)
    if (told !== null) return { ...told, reason: told.reason ?? behind, ofAll: told.ofAll || ofAll }
  }
  return null
}

/** How it was made up for, and when, is no reason. */
const MADE_UP = /补[学课训看]|传达|^\d{1,2}月\d{1,2}日$/

/** What a bracket gives as reason, without posts and numbers: 党委委员，在京学习. */
function reasonIn(bracket: string): string | null {
  const parts = bracket
    .split(/[，,；;、]/)
    .filter((part) => !IS_POST.test(part) && !COUNT.test(part) && !MADE_UP.test(part))
  return reasonOf(
    parts
      .map((part) => withoutAway(part))
      .filter((part) => part !== '')
      .join('，'),
  )
}

/** 霜华休产假, 山岚三名同志在巡山, 洪亮因公差, 白露：监考. */
function toldOf(words: string, isJoined: boolean): Named | null {
  const [, before = '', after = ''] = /^(\p{Script=Han}{2,4})[：:](.+)$/u.exec(words) ?? []
  if (tellsReason(before, after)) return { name: before, reason: reasonOf(after), ofAll: false }
  for (const pattern of [BECAUSE, NAME_AND_REASON, COUNTED_AND_WORDS, SHORT_NAME_AND_WORDS, NAME_AND_WORDS]) {
    const [, who = '', why = ''] = pattern.exec(words) ?? []
    if (isPersonBy(pattern, who, words, isJoined) && !isReason(who) && !ACTS.test(why))
      return { name: who, reason: reasonOf(why), ofAll: true }
  }
  return null
}

function isPersonBy(pattern: RegExp, who: string, words: string, isJoined: boolean): boolean {
  if (pattern === NAME_AND_WORDS) return isCommonName(who) && !isName(words) && !GROUP.test(words) && !GROUP.test(who)
  if (pattern === COUNTED_AND_WORDS && !isJoined) return isCommonName(who)
  return isName(who) && !isCompoundSurname(who)
}

/** What those do who are there. */
const ACTS =
  /^(?:同志|主持|发言|汇报|通报|传达|领学|宣读|介绍|说|谈|表示|强调|指出|作|\p{Script=Han}*[一两三四五六七八九十\d]次)/u

function nameAlone(name: string): Named | null {
  return isName(name) && !isReason(name) && !POST_FIRST.test(name) && !GROUP.test(name)
    ? { name, reason: null, ofAll: false }
    : null
}
