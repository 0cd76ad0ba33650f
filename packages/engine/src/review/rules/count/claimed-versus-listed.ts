import type { Rule } from '../../rule.ts'

export const claimedVersusListed: Rule = {
  id: 'count/claimed-versus-listed',
  name: '数目与所列不符',
  severity: 'warning',
  why: '说“四个方面”却列了五条，说明改动后没有通读。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check({ examination }) {
    for (const claim of examination.claims) {
      if (claim.claimed === null || claim.found === null || claim.found < 2 || claim.claimed === claim.found) continue
      yield { place: claim, message: `这里说“${claim.text}”，后面列了${claim.found}项，请核对` }
    }
  },
  bad: [
    '一、原因分析\n深刻剖析根源，主要有以下⟦四个方面⟧原因：\n（一）理论武装松懈。\n（二）责任意识不强。\n（三）宗旨意识减弱。\n（四）担当不足。\n（五）管党治党不严。',
  ],
  good: [
    '一、原因分析\n主要有以下两个方面原因：\n（一）理论武装松懈。\n（二）责任意识不强。',
    '坚持四个方面一起抓，成效明显。',
    '上年度整改情况\n现将查摆出的四个问题的整改情况汇报如下：\n政治纪律方面整改情况：1、学习单一的问题：现场学习2次。2、研讨不深的问题：形成小结6篇。\n党性方面整改情况：1、谈话少的问题：全覆盖。2、批评不辣的问题：会前交提纲。',
    '一、上年度整改落实情况\n审计组提出4个问题：均已销号，学习教育查摆的6个问题：已整改。\n二、存在的问题\n1.学习不深。\n2.研讨少。\n3.下基层少。',
  ],
}
