import { endpoints } from '@duizhao/contract'
import { Skeleton } from 'antd'
import { Fold } from '../../platform/archetypes/fold.tsx'
import { sentenceOf, useRead } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import type { OfYear } from './of-year.ts'
import { ComparedLine } from './compared-line.tsx'
import { MatchPiece } from './match-piece.tsx'

/** The unit's own problems that look like earlier ones and on which nobody has decided yet. */
export function Undecided({ organisationId, year }: OfYear) {
  const mayJudge = grantedOver(useSession(), 'problem.write').length > 0
  const { data, error } = useRead(endpoints.listUndecided, { params: { organisationId }, query: { year } })
  return (
    <Fold title="疑似老问题，待认定" gist={data && `${data.items.length} 个`}>
      {Boolean(error) && (
        <p className="fault" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {data === undefined && !error && <Skeleton active aria-label="正在比对" />}
      {data !== undefined && (
        <p className="quiet">
          本级{year}年登记的问题，和以前登记的 {data.compared} 个（含下级）比过，
          {data.items.length === 0 ? '没有说法相近、还没有认定的。' : `${data.items.length} 个和以前的说法相近。`}
        </p>
      )}
      {data?.items.map(({ problem, matches }) => (
        <section key={problem.id} aria-label={`问题 ${problem.number} 号`}>
          <ComparedLine problem={problem} />
          {matches.map((match) => (
            <MatchPiece
              key={match.earlier.id}
              problemId={problem.id}
              number={problem.number}
              match={match}
              mayJudge={mayJudge}
            />
          ))}
        </section>
      ))}
    </Fold>
  )
}
