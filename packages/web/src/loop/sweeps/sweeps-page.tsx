import { endpoints } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import { AnswerDue } from './due-words.tsx'
import { progressInChinese } from './sweep-words.ts'

/** What was asked of an organisation and those below it, the latest first. */
export function SweepsPage() {
  const session = useSession()
  const [organisationId, setOrganisation] = useState(grantedOver(session, 'problem.read')[0]?.id ?? '')
  const pages = usePages(endpoints.listSweeps, { params: { organisationId }, query: {} })
  return (
    <Page
      title="举一反三"
      facts="一个问题请别的单位也查一查，各单位到期答复；从问题页上提出"
      actions={<Button onClick={() => print()}>打印</Button>}
    >
      <div className="filters" role="search" aria-label="筛选">
        <OrganisationSelect
          isPlain
          label="组织"
          value={organisationId}
          onChange={(value) => setOrganisation(value ?? '')}
        />
      </div>
      <List
        label="举一反三"
        {...pages}
        keyOf={({ id }) => id}
        whenEmpty="没有举一反三。打开一个问题，请其他单位自查。"
        columns={[
          {
            header: '要查的问题',
            cell: ({ id, text }) => (
              <Link to="/sweeps/$sweepId" params={{ sweepId: id }} className="two-lines">
                {text}
              </Link>
            ),
          },
          { header: '提出', cell: ({ askedOn, by }) => `${dateInChinese(askedOn)}，${by}` },
          { header: '答复', cell: progressInChinese },
          { header: '答复期限', cell: (sweep) => <AnswerDue sweep={sweep} /> },
        ]}
      />
    </Page>
  )
}
