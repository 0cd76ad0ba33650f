import type { SectionRole } from '../standards/field-words.ts'
import { isShortcoming } from '../wording/shortcoming.ts'

/**
 * What the words of a heading say about its section, tried in order: 整改措施落实情况 is last year's rectification
 * before it is a list of measures, 问题产生的原因 is causes before it is problems.
 */
const HEADINGS: readonly (readonly [SectionRole, RegExp])[] = [
  // One section for several things, told apart below it.
  ['problems', /(?:问题|不足|差距)(?:、|及|和|与|以及)[^。，]{0,6}(?:原因|根源|措施|打算)/],
  [
    'prior_rectification',
    /(?:上一?(?:年度?|次)|去年|前次|20\d\d年度?).{0,24}(?:整改|落实|问题).{0,12}(?:情况|落实|完成|进展|到位|事项)|(?:上一?(?:年度?|次)|去年).{0,24}(?:应下|应承|承诺|改得|改了|改到|办得)|(?:上一?(?:年度?|次)|去年).{0,8}问题的?整改$|(?:具体|查摆|反馈)的?问题(?:的)?整改情况$/,
  ],
  [
    'prior_rectification',
    /(?:整改|问题)(?:措施|任务|问题|事项|工作)?(?:的)?(?:整改)?(?:落实|完成|进展)(?:工作)?(?:的)?(?:(?:主要|总体|基本)?情况)?$/,
  ],
  // The parts of a report on rectification.
  [
    'prior_rectification',
    /^(?:已经?|基本|正在|尚未|还未|仍在|持续|需要?长期)(?:完成|基本完成)?(?:整改|推进|坚持|解决|销号)(?:完成|到位|整改)?(?:、[^，。]{2,12})?的?(?:问题|事项|任务)(?:清单)?$/,
  ],
  [
    'statement',
    /补充说明$|(?:说明|报告)(?:的)?(?:有关)?(?:情况|事项)|(?:情况|事项|问题)的?(?:说明|报告)$|个人有关(?:事项|情况)|重大事项(?:报告|请示)|需要?说明的/,
  ],
  ['case_analysis', /案例.{0,8}(?:剖析|反思|检视|查摆|分析)|(?:剖析|反思).{0,6}案例|以案(?:促改|为鉴|说纪|说法)/],
  ['causes', /原因|毛病出在|问题出在|根源|根子|症结|病根|思想剖析|深层次剖析|为什么|为啥|为何/],
  [
    'measures',
    /^(?:整改|改进|对策|打算|下一?步)$|(?:改进|整改|解决)(?:的)?(?:办法|法子)|措施|努力方向|改进方向|怎么[改办]|如何改|怎样改|(?:打算|准备)(?:这样|怎么|怎样|如何)?[改做干]|整改(?:方向|打算|思路|举措|计划|安排|承诺|目标)|(?:下一?步|下步|今后|下阶段).{0,12}(?:打算|工作|整改|改进|安排|计划|方向|思路|举措)|整改落实(?:工作)?打算/,
  ],
  ['problems', /问题|不足|差距|短板|毛病|检视|查摆|对照检查(?:情况|内容)?$|自我剖析|党性分析/],
  ['preparation', /会前|准备(?:工作)?情况|学习(?:研讨|教育)(?:开展)?情况|征求意见(?:建议)?情况|谈心谈话情况/],
  [
    'achievements',
    /(?:主要|基本)?(?:特征|做法|成效|成绩|亮点|经验)$|取得的?(?:成效|成绩|进展)|履职(?:尽责)?情况|工作开展情况|开展情况$/,
  ],
]

/** Short headings that name a section even in the middle of another one, e.g. 原因剖析 under each aspect. */
const PLAIN_HEADING =
  /^(?:(?:存在的?)?(?:主要|突出)?(?:问题|不足)(?:表现|清单)?|存在的?(?:主要|突出)?(?:问题|不足)(?:和不足|与不足)?|(?:产生)?(?:问题的?)?(?:主要)?原因(?:分析|剖析)?|(?:下一?步)?(?:整改|改进)?(?:措施|打算)|为(?:什么|啥|何)会?(?:这样|如此)|(?:原因|根子|问题)(?:何在|(?:出)?在哪里?)|整改|改进|对策|(?:努力|改进)方向|整改(?:情况|落实情况)|典型案例剖析(?:情况)?)$/

/** A heading of the framework: what the problems below it are about, not a problem itself. */
const FRAMEWORK = /方面$|方面的?(?:问题|不足|差距)?$|带头|对照检查?/

/** The role a heading's words give its section, or null if they give none. */
export function roleOfHeading(heading: string): SectionRole | null {
  const words = heading.replace(/[\s【】]/g, '')
  if (words.length > 60) return null
  return HEADINGS.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** True if the heading is nothing but the name of a section. */
export function isPlainSectionHeading(heading: string): boolean {
  return PLAIN_HEADING.test(heading.replace(/[\s【】]/g, ''))
}

/** How sure a heading is to name a field (理论学习方面、带头强化政治忠诚) rather than a shortcoming. */
export function topicOf(heading: string): 'topic' | 'perhaps' | 'shortcoming' {
  const words = heading.replace(/\s|[（(][^）)]{0,8}\d+[^）)]{0,4}[）)]$/g, '')
  if (/方面(?:的|存在的?)?(?:主要|突出)?(?:问题|不足|差距)?$/.test(words)) return 'topic'
  if (words.split(/[，；]/).some(isShortcoming)) return 'shortcoming'
  if (FRAMEWORK.test(words)) return 'topic'
  return words.length <= 16 ? 'perhaps' : 'shortcoming'
}

/** True if the heading is one of a framework of aspects (方面), as sections of their own sometimes are. */
export function isFrameworkHeading(heading: string): boolean {
  return FRAMEWORK.test(heading.replace(/\s|[（(][^）)]{0,8}\d+[^）)]{0,4}[）)]$/g, ''))
}
