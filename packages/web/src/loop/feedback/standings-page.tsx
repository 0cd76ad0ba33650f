import { endpoints } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { grantedOver, useSession } from '../../platform/service/session.ts'

/** How what was fed back to the units one watches over stands: what nobody claimed, what is in no ledger. */
export function StandingsPage() {
  const [organisationId, setOrganisationId] = useState(grantedOver(useSession(), 'problem.read')[0]?.id)
  const pages = usePages(endpoints.listFeedbackStandings, {
    params: { organisationId: organisationId ?? '' },
    query: {},
  })
  return (
    <Page
      title="反馈问题的认领和列入台账"
      facts="本单位和下级各次巡视巡察反馈了多少条，还有多少没有人认领、没有列入台账"
      actions={<Link to="/inspections">回到巡视巡察</Link>}
    >
      <div className="filters" role="search" aria-label="筛选">
        <OrganisationSelect isPlain label="组织" value={organisationId} onChange={setOrganisationId} />
      </div>
      <List
        label="反馈问题的认领和列入台账"
        {...pages}
        keyOf={({ inspection }) => inspection.id}
        whenEmpty="还没有登记过反馈的问题。"
        columns={[
          { header: '单位', cell: ({ organisation }) => organisation.name },
          {
            header: '巡视巡察',
            cell: ({ inspection, organisation }) => (
              <Link
                to="/inspections/$organisationId/$inspectionId"
                params={{ organisationId: organisation.id, inspectionId: inspection.id }}
              >
                {inspection.name}
              </Link>
            ),
          },
          { header: '反馈', cell: ({ inspection }) => dateInChinese(inspection.fedBackOn) },
          { header: '问题', cell: ({ items }) => <span className="number">{items} 条</span> },
          { header: '没有人认领', cell: ({ unclaimed }) => <Left count={unclaimed} /> },
          { header: '没有列入台账', cell: ({ unlisted }) => <Left count={unlisted} /> },
        ]}
      />
    </Page>
  )
}

function Left({ count }: { readonly count: number }) {
  return <span className={count > 0 ? 'number overdue' : 'number'}>{count} 条</span>
}
