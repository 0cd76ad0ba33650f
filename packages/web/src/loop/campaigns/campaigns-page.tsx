import { endpoints, meetingKindNames } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { useRead } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import { NewCampaignForm } from './campaign-form.tsx'

/** The campaigns an organisation set, the latest first. */
export function CampaignsPage() {
  const session = useSession()
  const [organisationId, setOrganisation] = useState(grantedOver(session, 'campaign.write')[0]?.id ?? '')
  const [isOpen, setOpen] = useState(false)
  const { data: templates } = useRead(endpoints.listCampaignTemplates, {})
  const pages = usePages(endpoints.listCampaigns, { params: { organisationId } })
  return (
    <Page
      title="专题"
      facts="按上级的通知要下级开的会：主题、方面、时间"
      actions={
        <Button type="primary" onClick={() => setOpen(true)}>
          录入专题
        </Button>
      }
    >
      <div className="filters" role="search" aria-label="筛选">
        <OrganisationSelect
          isPlain
          label="制定组织"
          value={organisationId}
          onChange={(value) => setOrganisation(value ?? '')}
        />
      </div>
      <List
        label="专题"
        {...pages}
        keyOf={({ id }) => id}
        whenEmpty="没有专题。可以从往年的模板开始，也可以读通知文件。"
        columns={[
          {
            header: '名称',
            cell: ({ id, name }) => (
              <Link to="/campaigns/$campaignId" params={{ campaignId: id }}>
                {name}
              </Link>
            ),
          },
          { header: '种类', cell: ({ kind }) => meetingKindNames[kind] },
          { header: '年度', cell: ({ cycleYear }) => `${cycleYear}年度` },
          {
            header: '召开时间',
            cell: ({ fromOn, untilOn }) => `${dateInChinese(fromOn)}至${dateInChinese(untilOn)}`,
          },
          {
            header: '发下去',
            cell: ({ openedOn }) => (openedOn === null ? '还没有发' : dateInChinese(openedOn)),
          },
        ]}
      />
      {isOpen && (
        <NewCampaignForm
          organisationId={organisationId}
          templates={templates?.items ?? []}
          onClose={() => setOpen(false)}
        />
      )}
    </Page>
  )
}
