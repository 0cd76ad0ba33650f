import { endpoints, type ProblemDetail } from '@duizhao/contract'
import { sentenceOf, useRead } from '../../platform/service/api.ts'
import { MatchPiece } from './match-piece.tsx'

/** Whether a problem was there before: the earlier ones it may be, and what people said of them. Nothing where there are none. */
export function RecurrencePart({ problem: { id, number } }: { readonly problem: ProblemDetail }) {
  const { data, error } = useRead(endpoints.readRecurrence, { params: { problemId: id } })
  if (error)
    return (
      <p className="fault" role="alert">
        {sentenceOf(error)}
      </p>
    )
  if (data === undefined || data.matches.length === 0) return null
  return (
    <section aria-label="以往同类问题">
      <h2>以往同类问题</h2>
      <p className="quiet">
        和本单位（含下级）以前登记的 {data.compared} 个问题比过，下面的说法相近。只供参考，是不是同一个问题由人认定。
      </p>
      {data.matches.map((match) => (
        <MatchPiece key={match.earlier.id} problemId={id} number={number} match={match} mayJudge={data.mayJudge} />
      ))}
    </section>
  )
}
