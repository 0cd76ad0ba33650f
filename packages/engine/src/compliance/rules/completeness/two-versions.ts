import { met, missing, unknown } from '../../judgement.ts'
import type { ComplianceRule } from '../../rule.ts'

export const twoVersions: ComplianceRule = {
  id: 'completeness/two-versions',
  step: 'report',
  name: '同一材料有两稿',
  severity: 'advice',
  why: '两份内容不同的同一材料放在一起，谁也不知道哪份是定稿。',
  source: { title: '归档实践：定稿归档', known: 'practice' },
  *judge({ rivals }) {
    if (rivals === null) return yield unknown('没有比较过材料')
    if (rivals.length === 0) return yield met()
    for (const { name, papers } of rivals)
      yield missing(
        `${name}有${papers.length}份不同的稿子：${papers.map((paper) => paper.name).join('、')}，请留下定稿`,
        { places: papers.map(({ where }) => where) },
      )
  },
  examples: {
    met: [{ given: '每种材料都只有一稿', facts: { rivals: [] } }],
    missing: [
      {
        given: '主持词有两稿',
        facts: {
          rivals: [
            {
              name: '主持词、议程',
              papers: [
                { name: '主持词一稿.docx', where: null },
                { name: '主持词二稿.docx', where: null },
              ],
            },
          ],
        },
        says: ['主持词、议程有2份不同的稿子：主持词一稿.docx、主持词二稿.docx，请留下定稿'],
      },
    ],
    unknown: [{ given: '没有比较过', facts: {}, says: ['没有比较过材料'] }],
  },
}
