import type { SectionRole } from '../standards/field-words.ts'

/**
 * What the first sentence of a paragraph announces in a paper without headings, tried in order: 剖析上述问题的原因 is
 * causes before it is problems, 上年查摆问题的整改 is the account of last year before it is measures.
 */
const ANNOUNCED: readonly (readonly [SectionRole, RegExp])[] = [
  [
    'prior_rectification',
    /(?:上一?(?:年度?|次)|去年|前次|20\d\d年度?)[^：:]{0,40}(?:整改|解决|改正)|整改(?:落实|完成)?情况[^，]{0,12}(?:如下|这样|汇报|报告)/,
  ],
  [
    'causes',
    /(?:原因|根[源子]|症结|病根)[^：:]{0,24}$|^(?:究其|深究|追根溯源|(?:深刻|深入|认真)?(?:反思|剖析))[^：:]{0,30}(?:原因|根[源子]|症结)/,
  ],
  [
    'measures',
    /^(?:针对|下一?步|今后|在今后|接下来|为此|面对|对此)[^：:]{0,40}(?:重点|着力|[做抓]好|努力|改进|整改|采取|几项|工作|打算)|(?:整改措施|努力方向|改进方向)[^：:]{0,20}$/,
  ],
  [
    'problems',
    /(?:存在|还有|有(?:不少|一定|一些|很大)|查摆出?|看到|梳理出?)[^：:]{0,40}(?:问题|不足|差距|短板)[^：:]{0,40}$|(?:主要|集中|突出|具体)(?:体现|表现)(?:在|为)[^：:]{0,16}$/,
  ],
]

/** A paper's own introduction names problems, causes and measures and announces none of them. */
const INTRODUCTION =
  /^(?:根据|按照|为(?:认真|深入)?(?:贯彻|落实|开好)|会前|现将|这次|本次)|现将.{0,24}(?:如下|汇报|报告)/

/** The role the words before a stop or colon announce for what follows them; null if they announce none. */
export function announcedRole(words: string): SectionRole | null {
  const first = /^[^。！？：:]{2,110}/.exec(words.trim())?.[0] ?? ''
  if (INTRODUCTION.test(first)) return null
  return ANNOUNCED.find(([, pattern]) => pattern.test(first))?.[0] ?? null
}
