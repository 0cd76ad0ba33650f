import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

export const abbreviatedName: Rule = {
  id: 'residue/abbreviated-name',
  name: '姓名用字母代替',
  severity: 'error',
  why: '从网上抄来的文章常把领导人姓名写成字母或“某某”，正式材料必须写全称。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check(context) {
    const pattern =
      /(?<![A-Za-z])(?:xjp|XJP|Xjp|ｘｊｐ)(?![A-Za-z])|(?<![A-Za-zＡ-Ｚａ-ｚ])[xXＸｘ]{1,2}(?:总书记|主席|书记|同志|局长|主任)/g
    yield* reportMatches(context, pattern, ([words]) => ({
      message: `“${words}”是姓名的代号，请写出规范的全称`,
      ...(/^x.?jp$/i.test(words) ? { suggestion: '习近平' } : {}),
    }))
  },
  bad: ['深入学习⟦xjp⟧新时代中国特色社会主义思想。', '按照⟦XX书记⟧要求抓好落实。'],
  good: ['深入学习习近平新时代中国特色社会主义思想。', '使用jpg格式图片。'],
  alsoReports: ['residue/placeholder'],
}
