import { endpoints, inspectionEditionFacts } from '@duizhao/contract'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { dateInChinese, dueInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { LinkButton } from '../../platform/archetypes/link-button.tsx'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { grantedOver, holds, useSession } from '../../platform/service/session.ts'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { RegisterInspectionForm } from './inspection-form.tsx'

/** Inspections, each with the rules it was held under and when plan and report are due. */
export function InspectionsPage() {
  const session = useSession()
  const navigate = useNavigate()
  const [organisationId, setOrganisationId] = useState(grantedOver(session, 'problem.read')[0]?.id)
  const [isRegistering, setRegistering] = useState(false)
  const pages = usePages(endpoints.listInspections, { params: { organisationId: organisationId ?? '' }, query: {} })
  return (
    <Page
      title="巡视巡察"
      facts="反馈的问题登记时注明是哪一次，整改方案和报告的时限按它适用的条例"
      actions={
        <>
          {holds(session, 'problem.write') && (
            <Button type="primary" onClick={() => setRegistering(true)}>
              登记巡视巡察
            </Button>
          )}
          <LinkButton to="/feedback">反馈问题的认领和列入台账</LinkButton>
        </>
      }
    >
      <div className="filters" role="search" aria-label="筛选">
        <OrganisationSelect isPlain label="组织" value={organisationId} onChange={setOrganisationId} />
      </div>
      <List
        label="巡视巡察"
        {...pages}
        keyOf={({ id }) => id}
        whenEmpty="还没有登记过巡视巡察。收到反馈以后先登记巡视巡察，再登记、导入反馈的问题。"
        columns={[
          {
            header: '名称',
            cell: ({ id, name }) => (
              <Link
                to="/inspections/$organisationId/$inspectionId"
                params={{ organisationId: organisationId ?? '', inspectionId: id }}
              >
                {name}
              </Link>
            ),
          },
          { header: '单位', cell: ({ organisation }) => organisation.name },
          { header: '适用', cell: ({ edition }) => inspectionEditionFacts[edition].name },
          { header: '反馈', cell: ({ fedBackOn }) => dateInChinese(fedBackOn) },
          {
            header: '整改方案',
            cell: ({ planOn }) => (planOn === null ? '没有规定' : dueInChinese(planOn, todayInChina())),
          },
          { header: '整改报告', cell: ({ reportOn }) => dueInChinese(reportOn, todayInChina()) },
        ]}
      />
      {isRegistering && (
        <RegisterInspectionForm
          organisationId={organisationId}
          onClose={() => setRegistering(false)}
          onRegistered={({ id, organisation }) =>
            void navigate({
              to: '/inspections/$organisationId/$inspectionId',
              params: { organisationId: organisation.id, inspectionId: id },
            })
          }
        />
      )}
    </Page>
  )
}
