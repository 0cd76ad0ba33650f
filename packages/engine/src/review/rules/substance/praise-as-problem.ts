import { SHORTCOMING } from '../../../wording/shortcoming.ts'
import { PRAISE } from '../../../wording/remark-words.ts'
import { isInSection } from '../../material.ts'
import type { Rule } from '../../rule.ts'
import { visibleLines } from '../../visible-lines.ts'

const EACH_PRAISE = new RegExp(PRAISE, 'g')

export const praiseAsProblem: Rule = {
  id: 'substance/praise-as-problem',
  name: '以成绩充问题',
  severity: 'warning',
  why: '问题部分夹着表功的话，是避重就轻。',
  source: { title: '督导组审核实践', known: 'practice' },
  *check({ document, examination }) {
    for (const line of visibleLines(document)) {
      if (line.isCell) continue
      for (const match of line.plain.matchAll(EACH_PRAISE)) {
        const before = line.plain.lastIndexOf('。', match.index) + 1
        const stop = line.plain.indexOf('。', match.index)
        const sentence = line.plain.slice(before, stop < 0 ? line.plain.length : stop)
        const span = line.spanOf(before, before + sentence.length)
        const inAspect =
          examination.problems.some(({ start }) => start < span.start) && isInSection(examination, 'problems', span)
        const turnsLater = /但|然而|不过|与此同时|还存在/.test(line.plain.slice(before, before + sentence.length + 40))
        if (!inAspect || SHORTCOMING.test(sentence) || turnsLater || isPreamble(examination, span.start)) continue
        yield { place: span, message: '查摆问题时不宜讲成绩，请删去或移到别处' }
        break
      }
    }
  },
  bad: [
    '一、存在的问题\n（一）理论学习方面\n1.学得不深。全年只读了2本书。⟦一年来本人荣获市级先进个人⟧。\n2.用得不活。\n（二）工作作风方面\n1.下得不勤。\n二、原因分析\n1.认识不足。',
  ],
  good: [
    '一、存在的问题\n（一）理论学习方面\n1.学得不深。虽然完成了规定篇目，但没有取得应有成效。\n2.用得不活。\n（二）工作作风方面\n1.下得不勤。\n二、原因分析\n1.认识不足。\n三、上年度成绩\n圆满完成任务。',
  ],
}

type Examined = Parameters<Rule['check']>[0]['examination']

function isPreamble(examination: Examined, position: number): boolean {
  return examination.aspects.some(({ preamble }) => preamble.start <= position && position < preamble.end)
}
