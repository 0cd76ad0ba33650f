import { type ComparedProblem, problemStateNames } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { dateInChinese } from '../../platform/archetypes/dates.ts'

/** One of two problems that are compared: its number, its words, and how it stands. */
export function ComparedLine({ problem }: { readonly problem: ComparedProblem }) {
  const { id, number, organisation, text, state, registeredOn, struckOffOn } = problem
  return (
    <>
      <div>
        <Link to="/problems/$problemId" params={{ problemId: id }}>
          问题 {number} 号
        </Link>
      </div>
      <div>{text}</div>
      <div className="quiet">
        {organisation.name}，{dateInChinese(registeredOn)}登记，{problemStateNames[state]}
        {struckOffOn !== null && `（${dateInChinese(struckOffOn)}）`}
      </div>
    </>
  )
}
