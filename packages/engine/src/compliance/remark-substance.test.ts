import { expect, it } from 'vitest'
import { remarkSubstance } from './remark-substance.ts'

it.each([
  ['', 'empty'],
  ['  。……', 'empty'],
  ['对分管科室督促不够，三份报告都迟交了', 'concrete'],
  ['下基层少，全年只去了4次', 'concrete'],
  ['工作很扎实，但开会时听不进不同意见', 'concrete'],
  ['建议多到基层走走', 'suggestion'],
  ['希望今后加强学习', 'suggestion'],
  ['进一步加强理论学习', 'suggestion'],
  ['工作认真负责，圆满完成各项任务', 'praise'],
  ['为人正派，是我们学习的榜样', 'praise'],
  ['没有意见', 'vague'],
  ['各方面都很好，没什么缺点，是我们的榜样', 'praise'],
  ['同意前面几位同志的意见', 'vague'],
] as const)('“%s” is %s', (text, substance) => {
  expect(remarkSubstance(text)).toBe(substance)
})
