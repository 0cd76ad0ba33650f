import type { Rule } from '../../rule.ts'

const EXCUSE =
  /客观上[，,]?[^。；\n]{0,40}(?:任务重|任务繁重|人手少|人手不足|事务多|矛盾突出|工作忙|头绪多|压力大)|(?:由于|因为)[^。；，\n]{0,16}(?:任务重|任务繁重|人手少|人手不足|工作忙|事务多)/g

export const objectiveExcuse: Rule = {
  id: 'substance/objective-excuse',
  name: '原因归于客观',
  severity: 'advice',
  why: '剖析原因要从思想、党性上找，不能归到任务重、人手少。',
  source: { title: '督导组审核实践', known: 'practice' },
  *check({ examination, text }) {
    for (const section of examination.sections.filter(({ role }) => role === 'causes')) {
      for (const match of text.slice(section.start, section.end).matchAll(EXCUSE)) {
        const start = section.start + match.index
        yield {
          place: { start, end: start + match[0].length },
          message: '这里把原因归于客观，请从思想认识、党性修养上剖析',
        }
      }
    }
  },
  bad: [
    '一、存在的问题\n1.学习不够。\n二、原因分析\n1.学习抓得不紧。⟦客观上，改革任务繁重⟧，静不下心来。\n2.要求不严。',
  ],
  good: [
    '一、存在的问题\n1.学习不够。\n二、原因分析\n1.对学习的重要性认识不足，把任务重当作不学习的理由。\n2.要求不严。',
  ],
}
