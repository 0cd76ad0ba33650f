import { type Plenum, plenums } from '../standards/plenums.ts'
import { chineseNumber } from './chinese-number.ts'
import { monthInChinese } from './write-date.ts'

/** A congress or a plenum that a text speaks of. */
export interface NamedPlenum {
  /** As written: 党的二十届四中全会, 二十大. */
  readonly words: string
  readonly start: number
  readonly end: number
  /** What is meant; of 三中、四中全会 the later. For one later than the last that is known, that last one. */
  readonly plenum: Plenum
  /** True if it is a session after `plenum`: nobody here knows its day, only that it was held later. */
  readonly isLater: boolean
}

const CONGRESS = '十[六七八九]|二十'
const SESSION = '[一二三四五六七八九]中'
/** 二十大重点工程 counts projects. */
const COUNTED = '[名类项件个宗]|产业|企业|品牌|行动|行业|工程|重点[工项]|举措|措施|民生'
const NAMED = new RegExp(
  `(?:党的)?(?<![一二三四五六七八九百前第])(${CONGRESS})(?:大(?!${COUNTED})|届(${SESSION}(?:[、和及与]${SESSION})*)全会)`,
  'g',
)

/** Words before it that look forward to a meeting: 以实际行动迎接…, 决定今年10月召开…. */
const EXPECTED_BEFORE =
  /迎接[、和]?(?:学习)?(?:宣传)?[、和]?贯彻(?:落实)?[^，。；！？\n]{0,4}$|(?:迎接?|喜迎|迎来|静待|期[待盼]|盼望?|展望|筹备|备战|献礼|护航|护卫|服务保障|截[至止])(?![^，。；]*(?:学习|学深|贯彻|落实|领会|传达|宣讲|宣传))[^，。；！？\n]{0,14}$|(?:即将|将要|将于|就要|决定|定于|拟于?|准备|预计)[^，。；！？\n]{0,16}(?:召开|举行)?的?(?:中国共产党)?$|关于召开$/
/** Words behind it that do: …即将召开, …召开之前, …献礼, …代表选举. */
const EXPECTED_AFTER =
  /^(?:安保|维稳|信访|值[守班]|护航)|^(?:的)?(?:胜利)?(?:即将|将要?|就要|马上)[^，。；！？\n]{0,14}(?:召开|举行|开幕)|^(?:的)?(?:胜利)?(?:定于|拟于|预定|预计)|^(?:的)?(?:胜利)?(?:召开|举行)?(?:之?前(?!后)|以前|前夕)|^(?:的)?(?:胜利)?(?:召开|举行)(?:之际|在即|在望|做(?:好)?|营造|创造|提供|作(?:出)?贡献|保驾|护航|献礼)|^(?:献礼|筹备|交[上出][^，。]{0,6}答卷|代表(?:选举|候选|推荐|提名|初步|名额))|^(?:召开)?期间[^，。；！？\n]{0,8}(?:安保|维稳|信访|稳定|安全|值班|网络|保密|应急)/

/** The congresses and plenums that a text speaks of as held; those it only looks forward to are left out. */
export function heldPlenumsIn(text: string): NamedPlenum[] {
  return [...text.matchAll(NAMED)].flatMap(({ 0: words, 1: congress = '', 2: sessions, index }) => {
    const meant = plenumOf(congress, sessions)
    const end = index + words.length
    const isExpected =
      EXPECTED_BEFORE.test(text.slice(Math.max(0, index - LOOKED_AT), index)) ||
      EXPECTED_AFTER.test(text.slice(end, end + LOOKED_AT))
    return meant === undefined || isExpected ? [] : [{ words, start: index, end, ...meant }]
  })
}

/** A congress or plenum with the month that is said before it; it begins there. */
export interface DatedPlenum extends NamedPlenum {
  /** 2024年2月 as `2024-02`. */
  readonly month: string
}

/** As far as a month can stand before a plenum and still say when. */
const MONTH_REACH = 50

/**
 * Those of a text that have a month before them: a pattern says how, with year and month in its two groups, up to the
 * plenum's own words (`$`).
 */
export function datedPlenumsIn(text: string, monthBefore: RegExp): DatedPlenum[] {
  return heldPlenumsIn(text).flatMap((named) => {
    const match = monthBefore.exec(text.slice(Math.max(0, named.start - MONTH_REACH), named.start))
    if (match === null) return []
    const [said, year = '', month = ''] = match
    return [{ ...named, start: named.start - said.length, month: `${year}-${month.padStart(2, '0')}` }]
  })
}

/** How far around it words can speak of it. */
const LOOKED_AT = 40

function plenumOf(congress: string, sessions: string | undefined): Pick<NamedPlenum, 'plenum' | 'isLater'> | undefined {
  const numbers =
    sessions === undefined ? [0] : [...sessions.matchAll(/[一二三四五六七八九]/g)].map(([each]) => chineseNumber(each))
  const latest = Math.max(...numbers)
  const plenum = plenums.findLast((each) => each.congress === congress && each.session <= latest)
  return plenum && { plenum, isLater: plenum.session < latest }
}

/** When a plenum was held, as its date in the words of a sentence is given: 2025年10月才召开, 2026年10月以后才召开. */
export function heldInWords({ plenum: { date, verified }, isLater }: NamedPlenum): string {
  const month = monthInChinese(date.slice(0, 7))
  if (isLater) return `${month}以后才召开`
  return verified ? `${month}才召开` : `定于${month}召开`
}
