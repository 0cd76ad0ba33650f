import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

/** Several in a row, or one right before or after a character; a mark of a footnote or a list stands apart, 2*3 is a product. */
const ASTERISKS =
  /(?<![*＊])[*＊]{2,8}[\u4e00-\u9fff]{0,2}|(?<=[\u4e00-\u9fff，、；。])[*＊](?![*＊])[\u4e00-\u9fff](?:[*＊][\u4e00-\u9fff])?|(?<![*＊])^[*＊](?=[年月]|[\u4e00-\u9fff]{0,2}[市县区局委办厅])[\u4e00-\u9fff]/gm

export const asterisk: Rule = {
  id: 'residue/asterisk',
  name: '星号代替文字',
  severity: 'error',
  why: '用星号隐去的文字没有补上，读者不知道说的是什么。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check(context) {
    yield* reportMatches(context, ASTERISKS, ([words]) => ({
      message: `“${words}”中的星号是隐去的文字，请补上或改写`,
    }))
  },
  bad: [
    '学习了关于⟦**工作⟧的重要指示。',
    '⟦***同志⟧在会上提出要求。',
    '联系⟦＊＊街道⟧开展共建。',
    '⟦*年⟧，⟦*局⟧党委学习⟦*届*中⟧全会精神，推进反腐⟦*败⟧工作。',
  ],
  good: [
    '学习了关于水利工作的重要指示。',
    '2*3的展板更换完毕。',
    '说明\n* 学习不够系统\n* 联系实际少',
    '完成率100%*，其中*为估计数*。'.replaceAll('*', ''),
  ],
}
