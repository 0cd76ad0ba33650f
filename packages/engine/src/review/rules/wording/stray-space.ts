import type { Rule } from '../../rule.ts'
import { visibleLines } from '../../visible-lines.ts'

export const straySpace: Rule = {
  id: 'wording/stray-space',
  name: '汉字间有空格',
  severity: 'advice',
  why: '汉字之间的空格多是从网页或 PDF 粘贴来的。',
  source: { title: '公文排版的一般要求', known: 'practice' },
  *check({ document }) {
    if (document.format === 'pdf' || document.format === 'md') return
    const found = visibleLines(document)
      .filter(({ isCell, plain }) => !isCell && plain.length > 30)
      .flatMap((line) =>
        Array.from(line.plain.matchAll(/(?<=[\u4e00-\u9fff，。；]) {1,4}(?=[\u4e00-\u9fff])/g), (match) =>
          line.spanOf(match.index, match.index + match[0].length),
        ),
      )
    const [first, ...related] = found
    if (first) yield { place: first, related, message: `汉字之间有${found.length}处空格，请删去` }
  },
  bad: ['全年开展集中学习十二次，专题研讨四次，撰写心得⟦ ⟧体会三十篇，学习的系统性仍然不够。'],
  good: ['全年开展集中学习12次，专题研讨4次，撰写心得体会30篇，学习的系统性仍然不够。', '李　明'],
}
