import { excellentShare as rule } from '../../../../compliance/rules/agreement/excellent-share.ts'
import { folderRule } from '../../folder-rule.ts'

export const excellentShare = folderRule(rule, {
  bad: [
    `=== 评议结果.txt
市档案馆党支部民主评议党员结果汇总
⟦党员总数20人，参评19人，优秀8人，合格11人⟧。`,
    `=== 评议结果.txt
市档案馆党支部民主评议党员结果汇总
⟦参评党员10人，优秀4人，合格6人⟧。`,
  ],
  good: [
    `=== 评议结果.txt
市档案馆党支部民主评议党员结果汇总
党员总数24人，参评21人，优秀8人，合格13人。`,
    `=== 评议结果.txt
市档案馆党支部民主评议党员结果汇总
参评党员9人，优秀3人，合格6人。`,
  ],
})
