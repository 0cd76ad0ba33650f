import type { Rule } from '../../rule.ts'
import { visibleLines } from '../../visible-lines.ts'

export const straightQuotes: Rule = {
  id: 'wording/straight-quotes',
  name: '直引号',
  severity: 'advice',
  why: '中文引号应当用“ ”；直引号 " 多是从网页或聊天软件粘贴来的。',
  source: { title: 'GB/T 15834—2011 标点符号用法', known: 'regulation' },
  *check({ document }) {
    const found = visibleLines(document).flatMap((line) =>
      Array.from(line.plain.matchAll(/(?<=[\u4e00-\u9fff，。、；：（])["']|["'](?=[\u4e00-\u9fff])/g), (match) =>
        line.spanOf(match.index, match.index + 1),
      ),
    )
    const [first, ...related] = found
    if (first) yield { place: first, related, message: `全文有${found.length}处直引号，请改成中文引号“ ”` }
  },
  bad: ['落实⟦"⟧第一议题"制度。'],
  good: ['落实“第一议题”制度。', '屏幕尺寸为 27"。'],
}
