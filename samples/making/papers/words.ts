/** The ways a writer heads sections, turns from praise and announces a list; chosen by the paper's own number. */

export const sectionNames = {
  prior: [
    '上年度民主生活会整改措施落实情况',
    '上一年度查摆问题整改落实情况',
    '上年度组织生活会查摆问题的整改情况',
    '2024年度查摆问题整改完成情况',
  ],
  problems: ['存在的主要问题', '查摆出的突出问题', '存在的问题和不足', '对照检查情况', '检视查摆问题'],
  causes: ['原因剖析', '产生问题的原因分析', '问题产生的根源剖析', '存在问题的深层次原因剖析'],
  measures: ['下一步整改措施', '今后的努力方向和改进措施', '整改措施', '努力方向及整改打算'],
  statement: ['有关情况的说明', '需要说明的有关情况'],
} as const

/** The same, as sentences that head a section. */
export const sectionSentences = {
  prior: ['上年查摆的问题大多已经整改到位。', '先把去年查摆问题的整改情况作个汇报。'],
  problems: ['对照这次会议的要求，存在的问题还不少。', '认真对照检查，还有这样一些问题和不足。'],
  causes: ['出现这些问题，根子还在主观上。', '究其原因，有以下几个方面。'],
  measures: ['下一步从这几个方面改进。', '针对查摆出来的问题，下一步打算这样改。'],
  statement: ['有几个情况需要作个说明。', '有关事项说明如下。'],
} as const

/** Paragraph openers of a paper that has no headings at all. */
export const sectionOpeners = {
  prior: ['上年度查摆问题的整改情况是这样的：', '先报告上次生活会问题的整改落实情况。'],
  problems: [
    '对照标准要求，仍存在一些差距和不足，主要表现在以下几个方面：',
    '成绩之外，更要看到问题，集中体现为：',
    '一年来工作有进步，但对照要求还有不少差距，主要体现在：',
  ],
  causes: ['剖析产生上述问题的原因，主要有：', '究其原因，', '反思这些问题，根源在于：'],
  measures: ['针对上述问题，今后重点抓好以下工作：', '下一步，将着力做好这几项工作：', '在今后的工作中，重点做好：'],
  statement: ['还有几个情况说明一下：', '有关事项说明：'],
} as const

export const turns = [
  '但对照要求，还存在以下不足：',
  '但与上级要求和群众期盼相比，仍有一定差距。',
  '同时也要清醒看到，还存在一些问题。',
  '但也存在不足，主要表现在：',
  '然而对照标准检视，依然有差距，具体体现在：',
] as const

export const examples = ['比如，', '例如，', '如，', '比如：', '譬如，', ''] as const

export const causeOpeners = ['究其原因，主要是：', '深刻反思，根子在于：', '归结起来，主要有以下几点：', ''] as const

export const measureOpeners = ['重点做好以下工作：', '针对以上问题，将从以下几个方面加以改进：', ''] as const
