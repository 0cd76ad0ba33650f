import { endpoints, problemStateNames, ProblemState } from '@duizhao/contract'
import { datesInChinese } from '@duizhao/engine/wording'
import { Button, Skeleton } from 'antd'
import { instantInChinese } from '../../platform/archetypes/dates.ts'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { sentenceOf } from '../../platform/service/api.ts'

/** What happened to a problem, a page at a time: who, when, why, and what was changed into what. */
export function Timeline({ problemId }: { readonly problemId: string }) {
  const { rows, error, onMore } = usePages(endpoints.listProblemEvents, { params: { problemId }, query: { limit: 20 } })
  return (
    <section aria-label="经过">
      <h2>经过</h2>
      {Boolean(error) && (
        <p className="fault" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {rows === undefined && !error && <Skeleton active aria-label="正在读取" />}
      <ol className="timeline">
        {rows?.map(({ id, at, by, actionName, from, to, reason, changes }) => (
          <li key={id}>
            <strong>{actionName}</strong>
            {from !== to && <span> → {stateName(to)}</span>}
            <div className="quiet">
              {instantInChinese(at)}，{by}
            </div>
            {reason !== '' && <p>{datesInChinese(reason)}</p>}
            {changes.map(({ field, before, after }) => (
              <p key={`${field} ${before} ${after}`}>
                {field}：<del className="was">{datesInChinese(before) || '无'}</del> 改为{' '}
                {datesInChinese(after) || '无'}
              </p>
            ))}
          </li>
        ))}
      </ol>
      {onMore !== undefined && <Button onClick={onMore}>再看以前的</Button>}
    </section>
  )
}

function stateName(state: string): string {
  const known = ProblemState.safeParse(state)
  return known.success ? problemStateNames[known.data] : state
}
