import { isShortcoming } from '../wording/shortcoming.ts'

/** A time, a count, a survey at the beginning: what follows shows the shortcoming before it. */
const ILLUSTRATION =
  /^(?:比如|例如|譬如|诸如|举例|再如|又如|如[：:，,]|像|以[^。，]{2,16}为例|特别是|尤其|其中|(?:今年|去年|上半年|下半年|年初|年底|年末|一季度|[二三四]季度|近[两三]?年|全年|全市|全县|全局|全院|全厂|截至|截止|据(?:统计|了解|不完全)|经(?:查|抽查|统计|了解)|抽查|统计|自查|检查(?:中|发现)|调查(?:中|发现|显示)|走访中|\d{1,4}年|\d{1,2}月|[一二三四五六七八九十]{1,2}月)(?!来[，,]?[^。]{0,30}(?:加强|取得)))/

/** A sentence that only goes on with the one before it. */
const ELABORATION =
  /^(?:离|与|同|距)[^。]{2,40}(?:差距|距离)|^(?:这[些就也种类样]?[^。，]{0,10}(?:说明|反映|表明|导致|造成)|这些|究其|归根|(?:主要|具体|突出|集中)?(?:表现|体现)(?:在|为)|导致|造成|因此|所以|以致|结果|对此|今后|下一步|久而久之|长此以往|总[以认觉]|认为|觉得|往往|常常|有时|有些时候|甚至|或者|同时也|往深里)|^(?:有的|有些|个别|少数|部分)(?![^。，]{0,12}(?:意识|能力|作用|机制))|^(?:有的|有些|个别)?[^。，]{0,16}(?:也?反映|说)，/

const PRAISE =
  /始终|坚持|坚决|认真|能够|积极|不断(?!弱|下)|严格(?:执行|落实|遵守|按)|较好|取得|有效|稳步|圆满|有力|完成|实现|达到|获评|荣获|提升|按(?:期|时|要求|月|规定)|带头|持续|扎实|深入(?:学习|贯彻|开展)|没有出过|未发生|注重|注意|充分|进步|好转|改善/

/** “但……仍有一定差距。”: it ends the praise before it and says nothing of its own. */
const TURN =
  /^(?:但|然而|不过|同时|与此同时|当然|可是|虽然如此|尽管如此|成绩之外|在肯定成绩的同时|对照|与|与.{2,20}相比)[^。！？\n]{0,80}(?:问题|不足|差距|短板|薄弱环节|弱项)[^。！？\n]{0,24}[。：:]?$|^[^。！？\n]{0,60}(?:存在|(?<!没)有)(?:着|了)?(?:以下|如下|下列|一些|这样(?:一)?些|诸多|不少|几个方面的?)[^。：\n]{0,14}(?:问题|不足|差距|短板)?[^。：\n]{0,18}[：:]$/

/** Words before a colon that announce a list: “主要体现在以下几个方面：”, “究其原因，主要是：”. */
const ANNOUNCEMENT =
  /(?:(?:表现|体现|反映)(?:在|为|出|有)|主要(?:有|是|存在|原因)|原因(?:是|在于|有)|根[子源](?:是|在|于)|归[结纳]起来|究其(?:原因|根源)|以下|如下|下列|几(?:个方面|点|条|项)|[做抓]好|着力|发力|(?:以)?改进|存在)[^。：:；]{0,24}$/

/** What a paper must declare even where there is nothing to tell. */
const TO_DECLARE =
  /宗教|迷信|信教|重大事项|有关事项|函询|约谈|诫勉|信访|举报|巡[视察]|审计|处分|违[纪法规]|违反|涉[黑恶]|配偶|子女|亲属|经商办企业/
const NOTHING = /(?:没有|从未|从不|未曾?|不存在|无(?!法|力|视)|不信仰)/

export type Act = 'turn' | 'announcement' | 'illustration' | 'elaboration' | 'shortcoming' | 'praise' | 'statement'

/** What a sentence of a self-check paper does; `words` are the sentence with its stop. */
export function actOf(words: string): Act {
  if (isTurn(words)) return 'turn'
  if (/[：:]$/.test(words)) return 'announcement'
  if (ILLUSTRATION.test(words)) return 'illustration'
  if (ELABORATION.test(words)) return 'elaboration'
  if (statesShortcoming(words)) return 'shortcoming'
  return PRAISE.test(words) ? 'praise' : 'statement'
}

/** True for a sentence, a colon at its end or not, that only turns from praise to shortcomings. */
export function isTurn(words: string): boolean {
  return words.length <= 110 && TURN.test(words)
}

/** True if a clause of the sentence states a shortcoming by denial or by a word of the field. */
export function statesShortcoming(words: string): boolean {
  return words
    .replace(/[。！？]+$/, '')
    .split(/[，；：]/)
    .some((clause) => isShortcoming(clause))
}

/** True if the words declare that there is nothing of the kind that must be declared, and state no shortcoming beside. */
export function isDeclaration(words: string): boolean {
  if (words.length > LONGEST_DECLARATION || !TO_DECLARE.test(words) || !NOTHING.test(words)) return false
  if (OWNS_UP.test(words)) return false
  return words.split(/[，。；：\n]/).every((clause) => !isShortcoming(clause) || NOTHING.test(clause))
}

const LONGEST_DECLARATION = 200
/** Who answers a finding, or bears the responsibility, declares nothing. */
const OWNS_UP = /^(?:针对|对照)[“"]|负(?:有)?[^，。]{0,6}责任/

/**
 * Where the list begins that a sentence announces before a colon (“……，但短板还不少：”); 0 if it announces none. Only the
 * words after the last comma, or from 但 on, announce.
 */
export function afterAnnouncement(words: string): number {
  const colon = /[：:]/.exec(words)
  if (!colon) return 0
  const before = words.slice(0, colon.index)
  const clauses = before.split('，')
  const turn = clauses.findLastIndex((clause) => /^(?:但|然而|不过|可|同时)/.test(clause))
  const last = clauses.at(-1) ?? ''
  const turned = turn >= 0 ? clauses.slice(turn).join('，') : before
  return ANNOUNCEMENT.test(last) || isTurn(`${turned}：`) ? colon.index + 1 : 0
}

/** True if a sentence says why what stands before it is so. */
export function saysWhy(words: string): boolean {
  return /^[*\s]*(?:究其(?:原因|根源|根本)|(?:主要)?(?:原因|根源|根子)就?在于|深挖(?:思想)?(?:根源|原因)|之所以(?:出现|会|有|这样)|(?:出现|产生|存在)(?:这些|上述|以上)问题|这[些个]?方面的(?:根源|原因)|分析起来，|思想深处)/.test(
    words,
  )
}
