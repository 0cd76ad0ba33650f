import { examine } from '../../../../examination/examine.ts'
import { outline } from '../../../../outline/outline.ts'
import type { CheckRule } from '../../check-rule.ts'
import { bestShare } from '../../found-in-lists.ts'
import { filesOf } from '../../meeting-files.ts'

const LEAST = 0.2

export const problemUnlisted: CheckRule = {
  id: 'follow-up/problem-unlisted',
  name: '问题没有进清单',
  severity: 'warning',
  why: '班子材料里检查出来的问题，会后要一条不落地进问题清单和整改清单。',
  source: { title: '《县以上党和国家机关党员领导干部民主生活会若干规定》关于制定整改方案的要求', known: 'unverified' },
  *check(meeting) {
    const lists = filesOf(meeting, 'problem_list', 'rectification_list').filter(({ items }) => items.length >= 3)
    for (const file of filesOf(meeting, 'team_material')) {
      const { problems } = examine(file.document, outline(file.document))
      for (const list of lists) {
        const unlisted = problems.filter(
          ({ lead, start, end }) =>
            Math.max(bestShare(lead, list.items), bestShare(file.document.text.slice(start, end), list.items)) < LEAST,
        )
        if (unlisted.length * 2 > problems.length) continue
        for (const { lead, start, end } of unlisted)
          yield {
            message: `班子查摆的“${lead}”，${list.path.split('/').at(-1)}里没有，请补上`,
            about: lead,
            places: [
              { path: file.path, start, end },
              { path: list.path, start: 0, end: 0 },
            ],
          }
      }
    }
  },
}
