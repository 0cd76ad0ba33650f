import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

export const asterisk: Rule = {
  id: 'residue/asterisk',
  name: '星号代替文字',
  severity: 'error',
  why: '用星号隐去的文字没有补上，读者不知道说的是什么。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check(context) {
    yield* reportMatches(context, /[*＊]{2,8}[\u4e00-\u9fff]{0,2}/g, ([words]) => ({
      message: `“${words}”中的星号是隐去的文字，请补上或改写`,
    }))
  },
  bad: ['学习了关于⟦**工作⟧的重要指示。', '⟦***同志⟧在会上提出要求。', '联系⟦＊＊街道⟧开展共建。'],
  good: ['学习了关于水利工作的重要指示。', '2*3的展板更换完毕。'],
}
