import type { SectionRole } from '../standards/field-words.ts'

/**
 * What the words of a heading say about its section, tried in order: 整改措施落实情况 is last year's rectification
 * before it is a list of measures, 问题产生的原因 is causes before it is problems.
 */
const HEADINGS: readonly (readonly [SectionRole, RegExp])[] = [
  [
    'prior_rectification',
    /(?:上一?(?:年度|次)|去年|前次|20\d\d年度?).{0,24}(?:整改|落实|问题).{0,12}(?:情况|落实|完成|进展)/,
  ],
  [
    'prior_rectification',
    /(?:整改|问题)(?:措施|任务|问题|事项|工作)?(?:的)?(?:整改)?(?:落实|完成|进展)(?:工作)?(?:情况)?$/,
  ],
  [
    'statement',
    /(?:说明|报告)(?:的)?(?:有关)?(?:情况|事项)|(?:情况|事项|问题)的?(?:说明|报告)$|个人有关事项|重大事项(?:报告|请示)|需要?说明的/,
  ],
  ['case_analysis', /案例.{0,8}(?:剖析|反思|检视|查摆|分析)|(?:剖析|反思).{0,6}案例|以案(?:促改|为鉴|说纪|说法)/],
  ['causes', /原因|问题出在|根源|症结|思想剖析|深层次剖析/],
  [
    'measures',
    /措施|努力方向|改进方向|整改(?:方向|打算|思路|举措|计划|安排|承诺|目标)|(?:下一?步|下步|今后|下阶段).{0,12}(?:打算|工作|整改|安排|计划|方向|思路|举措)|整改落实(?:工作)?打算/,
  ],
  ['problems', /问题|不足|差距|短板|检视|查摆|对照检查(?:情况|内容)?$|自我剖析|党性分析/],
  ['preparation', /会前|准备(?:工作)?情况|学习(?:研讨|教育)(?:开展)?情况|征求意见(?:建议)?情况|谈心谈话情况/],
  [
    'achievements',
    /(?:主要|基本)?(?:特征|做法|成效|成绩|亮点|经验)$|取得的?(?:成效|成绩|进展)|履职(?:尽责)?情况|工作开展情况|开展情况$/,
  ],
]

/** Short headings that name a section even in the middle of another one, e.g. 原因剖析 under each aspect. */
const PLAIN_HEADING =
  /^(?:(?:存在的?)?(?:主要|突出)?(?:问题|不足)(?:表现|清单)?|存在的?(?:主要|突出)?(?:问题|不足)(?:和不足|与不足)?|(?:产生)?(?:问题的?)?(?:主要)?原因(?:分析|剖析)?|(?:下一步)?(?:整改|改进)措施|努力方向|整改(?:情况|落实情况)|典型案例剖析(?:情况)?)$/

/** A heading of the framework: what the problems below it are about, not a problem itself. */
const FRAMEWORK = /方面$|方面的?(?:问题|不足|差距)?$|带头|对照检查?/

/** 不 that negates nothing of what a unit does: 不断、不忘初心、不折不扣、不敢腐 … */
const NO_DENIAL = '断|忘|仅|但|管|同|论|只|折不扣|懈|移|渝|扣|敢腐|能腐|想腐|腐|久|妥|负|朽|可或缺|得|准[^确]'

/** Words that state a shortcoming (问题表述): 不够、有差距、缺乏、有待加强 … */
export const SHORTCOMING = new RegExp(
  `不(?!${NO_DENIAL})|欠缺|欠佳|缺乏|缺少|缺失|差距|薄弱|弱化|偏弱|偏低|偏少|偏软|偏差|滞后|缓慢|困难|短板|弱项|盲区|漏洞|有待|单一|马虎|还[需要]|仍需` +
    '|需要?(?:进一步)?(?:加强|提高|改进|提升|强化|完善)|淡化|松懈|减弱|松劲|忽视|流于|形式主义|畏难|求稳|怕[出担得困惹]|好人主义|没有|未能|未(?:完全|真正|做到|形成)' +
    '|失之于|较少|较差|较弱|停留在|局限|浅尝辄止|宽松软|重.{1,8}轻|[^。，]{1,10}少[，。；]',
)

/**
 * Words that say in a problem section what is wrong without denying anything: 走过场, 两张皮, 形同虚设. In other
 * sections they may be ordinary words, so they count only where shortcomings are looked for.
 */
const FAULT =
  /走过场|走形式|走样|两张皮|老一套|老套|老办法|老经验|陈旧|雷同|照抄|照搬|照稿|念稿|应付|敷衍|推诿|扯皮|拖延|拖了|拖沓|被动|等靠要|脱节|空泛|笼统|粗放|肤浅|生硬|急躁|浮躁|僵化|乏力|宽松|散漫|惰性|侥幸|麻痹|厌战|歇脚|掉队|形同虚设|打折扣|打折|温差|落差|递减|落空|缩水|一阵风|一刀切|满足于|习惯于|习惯[用凭按]|依赖|没(?:打通|跟上|人|做)|绕着走|年年[提放]|重.{1,8}[，、]?轻|(?:偏|较|太|还|更)[少慢低弱浅软旧窄粗差]|放松|弱化|下降|逐年减|矛盾突出|跟不上|抹不开|怕|[少慢弱浅软散差旧]$/

/** True if one clause, without its stop, states a shortcoming. */
export function isShortcoming(clause: string): boolean {
  return SHORTCOMING.test(`${clause}，`) || FAULT.test(clause)
}

/** The role a heading's words give its section, or null if they give none. */
export function roleOfHeading(heading: string): SectionRole | null {
  const words = heading.replace(/\s/g, '')
  if (words.length > 60) return null
  return HEADINGS.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** True if the heading is nothing but the name of a section. */
export function isPlainSectionHeading(heading: string): boolean {
  return PLAIN_HEADING.test(heading.replace(/\s/g, ''))
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
