import type { CheckRule } from '../../check-rule.ts'
import { bestShare } from '../../found-in-lists.ts'
import { filesOf, isOfYearBefore } from '../../meeting-files.ts'

const LEAST = 0.2

export const priorProblem: CheckRule = {
  id: 'follow-up/prior-problem',
  name: '上次问题没交代',
  severity: 'warning',
  why: '上次查摆的每个问题都要说改得怎样，漏了一个就是没有改或不敢说。',
  source: {
    title: '《县以上党和国家机关党员领导干部民主生活会若干规定》关于通报上次整改情况的要求',
    known: 'unverified',
  },
  *check(meeting) {
    const lists = meeting.files.filter(
      (file) =>
        (file.kind === 'problem_list' || file.kind === 'rectification_list') && isOfYearBefore(file, meeting.year),
    )
    const reports = filesOf(meeting, 'prior_report')
    if (lists.length === 0 || reports.length === 0) return
    const pieces = reports.flatMap(({ document }) =>
      document.text
        .split(/[。\n；]/)
        .filter((piece) => piece.length > 6)
        .map((text) => ({ text })),
    )
    for (const { items, path } of lists) {
      const unanswered = items.filter(
        ({ text }) =>
          Math.max(bestShare(firstWords(text), pieces), bestShare(text.split(' ')[0] ?? '', pieces)) < LEAST,
      )
      // If most seem unanswered, the report speaks in other words, and nothing can be said.
      if (unanswered.length * 2 > items.length) continue
      for (const { text, start, end } of unanswered)
        yield {
          message: `上次查摆的“${firstWords(text)}”，整改落实情况里没有交代，请补上`,
          about: firstWords(text),
          places: [{ path, start, end }],
        }
    }
  },
}

function firstWords(text: string): string {
  return (text.split(/[，。；\n]/)[0] ?? text).slice(0, 40)
}
