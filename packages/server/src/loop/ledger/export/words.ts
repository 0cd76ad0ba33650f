import { dateInChinese } from '@duizhao/engine/wording'
import { type Problem, problemStateNames, standingNames, standingOf } from '@duizhao/contract'

/** A deadline as ledgers write it. */
export function deadlineWords({ class: kind, dueOn }: Pick<Problem, 'class' | 'dueOn'>): string {
  if (kind === 'sustained') return dueOn === null ? '长期坚持' : `${dateInChinese(dueOn)}，并长期坚持`
  if (dueOn !== null) return dateInChinese(dueOn)
  return kind === 'immediate' ? '立行立改' : ''
}

/** How far a problem is, in the three words of every report; what goes on as another row says so. */
export function stateWords(problem: Pick<Problem, 'state' | 'class'>): string {
  if (problem.state === 'closed_on_import' || problem.state === 'struck_off_on_paper')
    return `${standingNames.done}（${problemStateNames[problem.state]}）`
  const standing = standingOf(problem)
  return standing === null || standing === 'claimed' ? problemStateNames[problem.state] : standingNames[standing]
}
