import { endpoints } from '@duizhao/contract'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { instantInChinese } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { grantedOver, useSession } from '../../platform/service/session.ts'

/** The draws to look back at that were made in an organisation and below. */
export function SamplesPage() {
  const session = useSession()
  const navigate = useNavigate()
  const { organisationId = grantedOver(session, 'problem.lookBack')[0]?.id ?? '' } = useSearch({
    from: '/look-back-samples',
  })
  const pages = usePages(endpoints.listLookBackSamples, { params: { organisationId }, query: {} })
  return (
    <Page title="抽取过的回头看" facts="每一次抽取都留着：谁、何时、从多少个里抽到哪几个">
      <div className="filters" role="search" aria-label="筛选">
        <OrganisationSelect
          isPlain
          label="组织"
          value={organisationId}
          onChange={(chosen) => void navigate({ to: '/look-back-samples', search: { organisationId: chosen } })}
        />
      </div>
      <List
        label="抽取过的回头看"
        {...pages}
        keyOf={({ id }) => id}
        whenEmpty="还没有抽取过。在“统计”页点“抽取回头看”。"
        columns={[
          {
            header: '时间',
            cell: ({ id, at }) => (
              <Link to="/look-back-samples/$sampleId" params={{ sampleId: id }}>
                {instantInChinese(at)}
              </Link>
            ),
          },
          { header: '范围', cell: ({ organisation }) => organisation.name },
          { header: '抽取人', cell: ({ by }) => by },
          { header: '抽取范围', cell: ({ base }) => <span className="number">{base} 个</span> },
          { header: '抽到', cell: ({ drawn }) => <span className="number">{drawn} 个</span> },
        ]}
      />
    </Page>
  )
}
