import { partsBelow } from '../../../outline/walk.ts'
import { visibleLines } from '../../visible-lines.ts'
import type { Rule } from '../../rule.ts'

/** What states something is a sentence that lost its full stop, and all there is to say: “2025年本人无巡察整改问题”. */
const STATES = /[无没未已均是为将按经]|存在|查摆出|发现|提出|落实到位|，/

export const emptySection: Rule = {
  id: 'structure/empty-section',
  name: '标题下没有内容',
  severity: 'warning',
  why: '有标题没有正文，或只有一个占位符，说明这部分没有写。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check({ outline, text, document }) {
    if (document.tables.length > 0 || visibleLines(document).length < 4) return
    const parts = [...partsBelow(outline)]
    for (const [i, part] of parts.entries()) {
      if (part.inline || part.depth > 2 || part.children.length > 0) continue
      const heading = text.slice(part.heading.start, part.heading.end)
      // “1.通报整改情况。” is a sentence, not a heading.
      if (/[。；]/.test(text.charAt(part.heading.end))) continue
      const body = text.slice(part.body.start, part.body.end).replace(/[\s*#。：:；，]/g, '')
      const named =
        /(?:情况|问题|原因|措施|方面|特征|剖析|分析|说明|方向)$/.test(heading) &&
        heading.length <= 40 &&
        !STATES.test(heading) &&
        // A table of contents names every section once before it comes.
        !parts.slice(i + 1).some((later) => text.slice(later.heading.start, later.heading.end) === heading)
      const onlyPlaceholder = /^[xXＸｘ×.…—\-*]{1,8}$/.test(body)
      if ((body === '' && named) || onlyPlaceholder) {
        yield { place: part.heading, message: `“${heading}”下面没有内容，请补写或删去这一部分` }
      }
    }
  },
  bad: [
    '政治生态情况报告\n一、⟦基本情况⟧\nX\n二、存在的问题\n学习抓得不够紧，联系实际不够。\n三、整改方向\n加强学习，改进作风。',
  ],
  good: [
    '政治生态情况报告\n一、基本情况\n全局现有干部32名。\n二、存在的问题\n学习抓得不够紧，联系实际不够。\n三、整改方向\n加强学习，改进作风。',
    '政治生态情况报告\n一、基本情况\n全局现有干部32名。\n二、巡察整改情况\n2025年本人无巡视巡察和审计整改问题\n三、整改方向\n加强学习，改进作风。',
  ],
  alsoReports: ['residue/placeholder'],
}
