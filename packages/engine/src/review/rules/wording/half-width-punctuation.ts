import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '.': '。' }

export const halfWidthPunctuation: Rule = {
  id: 'wording/half-width-punctuation',
  name: '半角标点',
  severity: 'warning',
  why: '汉字之间的标点应当用全角。',
  source: { title: 'GB/T 15834—2011 标点符号用法', known: 'regulation' },
  *check(context) {
    yield* reportMatches(
      context,
      /(?<=[\u4e00-\u9fff”’》）])[,;:?!](?=[\u4e00-\u9fff“‘《（]|$)|(?<=[\u4e00-\u9fff]{4})\.$/g,
      ([sign]) => ({
        message: `汉字之间用了半角“${sign}”，应为“${FULL[sign] ?? sign}”`,
        ...(FULL[sign] ? { suggestion: FULL[sign] } : {}),
      }),
    )
  },
  bad: ['谈话记录由镇纪委存档备查⟦.⟧', '学习不够深入⟦,⟧联系实际不够。', '主要有以下原因⟦:⟧'],
  good: ['学习不够深入，联系实际不够。', '会议于14:30召开，参加者为A,B两组。'],
}
