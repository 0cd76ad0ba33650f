import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

export const doubledFrame: Rule = {
  id: 'wording/doubled-frame',
  name: '套话框架重叠',
  severity: 'error',
  why: '“关于……关于……”“情况的情况”一类重叠是改题目时留下的。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check(context) {
    const pattern =
      /关于[^《》。，；：、\n“”]{2,30}?(?<!和|与|及|或)关于[^《》。，；、\n“”]{2,30}?的(?:通知|意见|报告|方案|决定|规定|办法|说明|函)|(情况|说明|报告|问题|通知)的\1(?=[，。；：\n]|$)/g
    yield* reportMatches(context, pattern, ([words]) => ({ message: `“${words}”前后重叠，请改成一个` }))
  },
  bad: ['根据《⟦关于认真开好2023年度关于召开专题民主生活会的通知⟧》要求。', '五、个人有关事项⟦情况的情况⟧'],
  good: [
    '根据《关于认真开好2023年度民主生活会的通知》要求。',
    '传达了关于学习、关于整改的要求。',
    '审查关于计划执行情况以及关于预算的报告。',
    '解决了历史遗留问题的问题清单已建立。',
  ],
  alsoReports: ['numbering/first-number'],
}
