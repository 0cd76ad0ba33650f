import { endpoints, matterEndingNames, matterKindNames, type OwnMatter, problemStateNames } from '@duizhao/contract'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { useFeatures } from '../../platform/feature.ts'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import './matter-slots.ts'

/** What was said of oneself at meetings, with what becomes of each. */
export function OwnMattersPage() {
  const pages = usePages(endpoints.listOwnMatters, {})
  const parts = useFeatures().flatMap(({ ownMatterParts = [] }) => ownMatterParts)
  return (
    <Page
      title="对我的意见"
      facts="会上说的，连同自我批评；只有自己、办会的人和审定的人看得见；列入台账的，写明是关于个人的问题，其他人只看得到数量"
    >
      <List
        label="对我的批评意见"
        {...pages}
        keyOf={({ id }) => id}
        whenEmpty="还没有对自己的批评意见。"
        columns={[
          { header: '日期', cell: ({ saidOn }) => dateInChinese(saidOn) },
          { header: '会议', cell: ({ meeting, organisation }) => `${organisation.name} ${meeting.name}` },
          {
            header: '提出人',
            cell: ({ kind, from }) => (kind === 'self_criticism' ? matterKindNames[kind] : from.name),
          },
          { header: '意见', cell: ({ text }) => (text === '' ? <span className="quiet">没有记下内容</span> : text) },
          { header: '结果', cell: (matter) => <Outcome matter={matter} /> },
        ]}
      />
      {parts.map((Part, index) => (
        // The parts are the same ones in the same order for as long as the application runs.
        <Part key={index} />
      ))}
    </Page>
  )
}

function Outcome({ matter: { outcome } }: { readonly matter: OwnMatter }) {
  if (outcome === null) return <span className="quiet">还没有结果</span>
  const { ending, reason, problem } = outcome
  if (problem === null) return <>{`${matterEndingNames[ending]}：${reason}`}</>
  const due = problem.dueOn === null ? '' : `，时限 ${dateInChinese(problem.dueOn)}`
  return <>{`${matterEndingNames[ending]}，${problem.number} 号，${problemStateNames[problem.state]}${due}`}</>
}
