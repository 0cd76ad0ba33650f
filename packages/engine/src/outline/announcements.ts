import type { SectionRole } from '../standards/field-words.ts'

/**
 * What the first sentence of a paragraph announces in a paper without headings, tried in order: 剖析上述问题的原因 is
 * causes before it is problems, 上年查摆问题的整改 is the account of last year before it is measures.
 */
const ANNOUNCED: readonly (readonly [SectionRole, RegExp])[] = [
  [
    'prior_rectification',
    /(?:上一?(?:年度?|次)|去年|前次|20\d\d年度?)[^：:]{0,40}(?:整改|解决|改正|已改|应下|应承|承诺|交账)|(?:上一?(?:年度?|次)|去年)[^：:]{0,20}提了[^：:]{0,4}[条点个]|整改(?:落实|完成)?情况[^，]{0,12}(?:如下|这样|汇报|报告)/,
  ],
  [
    'causes',
    /(?:原因|根[源子]|症结|病根)[^：:]{0,24}$|问题出在[^：:]{0,24}$|^(?:说到|往)根上|^产生(?:这些|上述|以上|这样的)问题[^：:]{0,20}$|为(?:什么|啥|何)[^：:]{0,24}$|^(?:究其|为(?:什么|啥|何)会?|(?:深挖|往深处|深刻剖析|追究)[^：:]{0,6}根)|^(?:究其|深究|追根溯源|(?:深刻|深入|认真)?(?:反思|剖析))[^：:]{0,30}(?:原因|根[源子]|症结)/,
  ],
  [
    'measures',
    /^(?:针对|(?:说到|关于|至于)?(?:下一?步|今后|往后)|在今后|往后|接下来|为此|面对|对此)[^：:]{0,40}(?:重点|着力|[做抓]好|努力|改进|整改|采取|几项|工作|打算|(?:怎么|怎样|如何|这样|这么)[改办做]|几[条件])|(?:整改措施|努力方向|改进方向)[^：:]{0,20}$/,
  ],
  [
    'problems',
    /(?:存在|还有|有(?:不少|一定|一些|很大|这样)|查摆出?|看到|梳理出?)[^：:]{0,40}(?:问题|不足|差距|短板)[^：:]{0,40}$|(?:主要|集中|突出|具体)(?:体现|表现)(?:在|为)[^：:]{0,16}$/,
  ],
]

/** A paper's own introduction names problems, causes and measures and announces none of them. */
const INTRODUCTION =
  /^(?:根据|按照|为(?:认真|深入)?(?:贯彻|落实|开好)|会前|现将|这次|本次)|现将.{0,24}(?:如下|汇报|报告)/

/** “……现将查摆出来的问题汇报如下。” at the end of an introduction: what follows are problems. */
const ENDS_INTRODUCTION =
  /(?:问题|不足|差距|短板)[^。！？：:]{0,12}(?:如下|[汇报]{2}|报告|检查|说明|谈)|(?:对照检查|检视|剖析|查摆)[^。！？：:]{0,8}(?:如下)/

/** True if an introduction ends with a sentence that announces the problems. */
export function announcesProblems(words: string): boolean {
  const sentences = words.trim().split(/(?<=[。！？])/)
  const last = sentences.at(-1) ?? ''
  return last.length <= 80 && ENDS_INTRODUCTION.test(last) && !/整改/.test(last)
}

/** “对有关事项逐项说明如下”: what follows are declarations. */
const STATEMENT =
  /^最后[^。：:，]{0,8}说明(?:[几一两]|$)|(?:逐[项一条]|有关(?:情况|事项|问题))[^：:]{0,8}(?:说明|报告)(?:如下)?$|(?:说明|报告)[^：:]{0,6}(?:有关|其他)(?:情况|事项)$|需要?(?:向组织)?说明的(?:其他)?(?:情况|事项|问题)(?:是|有)?$/

/** The role the words before a stop or colon announce for what follows them; null if they announce none. */
export function announcedRole(words: string): SectionRole | null {
  const first = /^[^。！？：:]{2,110}/.exec(words.trim())?.[0] ?? ''
  if (STATEMENT.test(first)) return 'statement'
  if (INTRODUCTION.test(first)) return null
  return ANNOUNCED.find(([, pattern]) => pattern.test(first))?.[0] ?? null
}
