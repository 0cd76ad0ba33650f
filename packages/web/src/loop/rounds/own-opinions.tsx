import { endpoints, opinionEndingNames, type OwnOpinion } from '@duizhao/contract'
import { List } from '../../platform/archetypes/list.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'

/** What was said of oneself in rounds; by whom nobody knows. */
export function OwnOpinions() {
  const pages = usePages(endpoints.listOwnOpinions, {})
  if (pages.rows?.length === 0) return null
  return (
    <section aria-label="征求到的对我的意见">
      <h2>征求到的对我的意见</h2>
      <List
        label="征求到的对我的意见"
        {...pages}
        keyOf={({ id }) => id}
        whenEmpty="没有。"
        columns={[
          { header: '征求意见', cell: ({ round }) => round.name },
          { header: '意见', cell: ({ text }) => text },
          { header: '结果', cell: outcomeOf },
        ]}
      />
    </section>
  )
}

function outcomeOf({ outcome }: OwnOpinion): string {
  if (outcome === null) return '还没有结果'
  const { ending, reason, problem } = outcome
  return problem === null
    ? `${opinionEndingNames[ending]}：${reason}`
    : `${opinionEndingNames.problem}，${problem.number} 号`
}
