import type { Line } from './line.ts'
import type { MarkToken } from './mark-tokens.ts'

const SENTENCE_STOP = /[。；！？;!?]/
/** Dates, signatures and addresses are short lines too, but head nothing. */
const NO_HEADING =
  /^[（(]?(?:20\d\d|二〇)[\d年月日.\-/〇一二三四五六七八九十\s]*[）)]?$|^(?:附件|附：|抄送|中共.{2,30}(?:委员会|党组|支部)$)|[：:]$|^第.{1,4}页/

/** How the sections of a self-examination are headed when they carry no number. */
const SECTION_NAME =
  /^(?!.*方面)(?:.{0,4}(?:存在|查摆|检视|剖析).{0,10}(?:问题|不足|差距).{0,8}|(?:对照检查|检视剖析|自我剖析|党性分析)(?:情况|内容)?|.{0,12}(?:原因|根源)(?:的)?(?:分析|剖析|查找)?|.{0,12}(?:整改|改进)(?:措施|举措|方向|打算|思路|目标).{0,10}|.{0,6}努力方向.{0,10}|.{0,20}整改.{0,8}(?:情况|进展)|典型案例剖析.{0,4}|.{0,8}(?:情况|事项)的?说明|.{0,8}需要?说明的(?:其他)?(?:情况|事项|问题)|(?:对照)?检查出的?(?:主要|突出)?问题|.{0,4}下一步.{0,10}(?:打算|工作|安排|举措))$/

/** “理论学习方面。” or “带头强化政治忠诚方面：” at the head of a paragraph, whether the text goes on or not. */
const ASPECT_SENTENCE =
  /^[^。；：:！？]{2,110}方面[。：:]|^\*{0,2}[^。；：:，！？\s]{2,30}方面\*{0,2}[^\S\n]+(?=\S)|^(?:首?先|再|其次|接着|接下来|最后|另外)来?[说谈讲](?:[说谈讲]|一下)?[^。；：，]{1,16}[。：]|^(?:[说谈讲]到|还有就是)[^。；：，]{1,16}[，。：]/

/** What follows under an aspect, named at the head of its paragraph: 存在问题：… 原因分析：… 整改措施：… */
const LABEL =
  /^(?:【?(?:存在的?)?(?:主要|突出)?(?:问题|不足)(?:表现)?】?|【?(?:产生)?(?:问题)?的?(?:主要)?原因(?:分析|剖析)?】?|【?(?:下一?步)?(?:(?:整改|改进)?(?:措施|打算)|整改|改进|对策)】?|努力方向|改进方向)[：:]|^(?:为(?:什么|啥|何)会?(?:这样|如此)|(?:原因|根子|问题)(?:何在|(?:出)?在哪里?))[？?：:]|^【(?:存在的?)?(?:主要|突出)?(?:问题|不足)】|^【(?:产生)?(?:问题的?)?(?:主要)?原因(?:分析|剖析)?】|^【(?:整改|改进)?措施】/

/** A field set apart by a sign or in brackets instead of a number. */
const SIGNED = /^(?:【[^】]{2,40}】|[★☆◆◇■□▲△●○※][\s　]*[^★☆◆◇■□▲△●○※\s][^★]{1,60})$/

/** “主要体现在三个方面：” counts fields and names none. */
const NO_FIELD =
  /^(?:从|在)?(?:以上|上述|这些|以下)|^[^。；：:！？]{0,110}(?:[一二三四五六七八九十几多两\d]个?|以下|如下|这些|各)方面[。：:，]/

/** “在理论学习方面，……”, “思想上，” opening a paragraph that says more. */
const ASPECT_OPENER =
  /^(?:在|从)(?:[^。；：:！？，]{2,40}(?:方面|(?<!基础|前提|一定程度|某种程度|问题)上)|带头[^。；：:！？]{2,90}?方面)，|^(?![事实客主总整表本根]|基本|大体|某种|从某)[^。；：:！？，在从]{2,8}(?<!程度|意义|基础|前提|问题)上，/

/**
 * Which lines without a number are headings: Word's heading styles, `#` in Markdown, a bold line, a line such as
 * "理论学习方面". Returns a token of family 'unnumbered' whose key tells the ways of writing apart, or null.
 * Lines before the first paragraph of running text are the document's title and head nothing.
 */
export function headingToken(lines: readonly Line[], index: number): MarkToken | null {
  const line = lines[index]
  if (!line) return null
  const plain = line.plain.trim()
  const next = lines[index + 1]
  const key = headingKey(line, plain, next)
  if (key === null) return null
  const from = line.plain.length - line.plain.trimStart().length
  return { key, family: 'unnumbered', rank: rankOf(key), ordinal: 0, mark: '', from, to: from, inline: false }
}

function headingKey(line: Line, plain: string, next: Line | undefined): string | null {
  if (ASPECT_SENTENCE.test(plain) && !NO_FIELD.test(plain)) return 'aspect'
  if (ASPECT_OPENER.test(plain) && !NO_FIELD.test(plain)) return 'aspect-in'
  if (LABEL.test(plain) && !/^【[^】]{2,40}】$/.test(plain)) return 'label'
  if (plain.length > 60 || NO_HEADING.test(plain) || next === undefined) return null
  if (line.style === 'heading') return `heading-${line.level ?? 1}`
  if (SENTENCE_STOP.test(plain)) return null
  if (SIGNED.test(plain)) return 'signed'
  if (plain.length <= 20 && SECTION_NAME.test(plain)) return 'section'
  if (line.bold && plain.length <= 40) return 'bold'
  if (
    plain.length <= 40 &&
    /(?:方面|情况|问题|不足|差距|原因|措施|方向|打算|剖析|分析|成效)$/.test(plain) &&
    !/[，,]/.test(plain)
  )
    return 'topic'
  return null
}

function rankOf(key: string): number {
  const level = /^heading-(\d)$/.exec(key)?.[1]
  if (level) return Number(level) - 0.1
  if (key === 'signed') return 2.95
  if (key === 'label') return 2.97
  return key === 'section' ? 1.5 : 2.5
}
