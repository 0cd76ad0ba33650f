import { partsBelow } from '../../../outline/walk.ts'
import { topicOf } from '../../../examination/roles.ts'
import type { Rule } from '../../rule.ts'

/** Where there is nothing to find, a declaration is the answer: 宗教信仰、个人有关事项. */
const DECLARED =
  /宗教|迷信|信仰|个人(?:有关|重大)?事项|(?:没有|无|未|不存在)[^。，]{0,24}(?:情况|问题|行为|现象|活动)|从未|从不/

export const aspectWithoutProblem: Rule = {
  id: 'structure/aspect-without-problem',
  name: '方面之下没有问题',
  severity: 'advice',
  why: '列了方面，只讲成绩或要求，没有查出一条问题，等于没有对照。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check({ outline, examination, text }) {
    const { aspects, sections } = examination
    if (aspects.length < 2) return
    for (const part of partsBelow(outline)) {
      const inProblems = sections.some(
        ({ role, start, end }) => role === 'problems' && start < part.start && part.end <= end,
      )
      const heading = text.slice(part.heading.start, part.heading.end)
      if (!inProblems || part.inline || topicOf(heading) !== 'topic' || !heading.endsWith('方面')) continue
      const stated =
        examination.problems.some((problem) => problem.start > part.heading.start + 1 && problem.start < part.end) ||
        examination.statements.some((statement) => statement.start >= part.start && statement.start < part.end)
      if (!stated && !DECLARED.test(text.slice(part.heading.start, part.end)))
        yield { place: part.heading, message: `“${heading}”下面没有查出问题，请补查` }
    }
  },
  bad: [
    '一、存在的问题\n（一）理论学习方面\n1.学得不深。\n（二）政治素质方面\n1.站位不高。\n（三）⟦廉洁自律方面⟧\n始终严格要求自己，遵守各项规定，做到公私分明。\n二、原因分析\n1.认识不足。',
  ],
  good: [
    '一、存在的问题\n（一）理论学习方面\n1.学得不深。\n（二）政治素质方面\n1.站位不高。\n（三）参加迷信活动方面\n本人从未参加任何宗教和迷信活动。\n二、原因分析\n1.认识不足。',
    '一、存在的问题\n（一）理论学习方面\n1.学得不深。\n（二）政治素质方面\n1.站位不高。\n二、原因分析\n1.认识不足。',
  ],
}
