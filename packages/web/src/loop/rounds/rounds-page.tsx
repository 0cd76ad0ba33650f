import { endpoints, roundKindNames, roundStateNames } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { grantedOver, holds, useSession } from '../../platform/service/session.ts'
import { NewRoundForm } from './round-form.tsx'

const FIRST =
  '还没有征求过意见、评议过。先点“准备征求意见或评议”：写明问什么、请几类人各多少人；存下以后核对好了再开始，打印纸条，请人各抽一张去填。'

/** The rounds of an organisation, the latest first. */
export function RoundsPage() {
  const session = useSession()
  const [organisationId, setOrganisation] = useState(grantedOver(session, 'round.read')[0]?.id ?? '')
  const [isOpen, setOpen] = useState(false)
  const mayWrite = holds(session, 'round.write')
  const pages = usePages(endpoints.listRounds, { params: { organisationId } })
  return (
    <Page
      title="征集评议"
      facts="凭抽到的纸条无记名提意见、评议党员、测评班子"
      actions={
        mayWrite && (
          <Button type="primary" onClick={() => setOpen(true)}>
            准备征求意见或评议
          </Button>
        )
      }
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
        label="征集评议"
        {...pages}
        keyOf={({ id }) => id}
        whenEmpty={mayWrite ? FIRST : '还没有征求过意见、评议过。'}
        columns={[
          {
            header: '名称',
            cell: ({ id, name }) => (
              <Link to="/rounds/$roundId" params={{ roundId: id }}>
                {name}
              </Link>
            ),
          },
          { header: '种类', cell: ({ kind }) => roundKindNames[kind] },
          { header: '状态', cell: ({ state }) => roundStateNames[state] },
          { header: '邀请', cell: ({ invited }) => `${invited} 人` },
          { header: '截止', cell: ({ closesOn }) => dateInChinese(closesOn) },
        ]}
      />
      {isOpen && <NewRoundForm organisationId={organisationId} onClose={() => setOpen(false)} />}
    </Page>
  )
}
