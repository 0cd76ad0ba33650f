import { endpoints, type PastImport } from '@duizhao/contract'
import { useState } from 'react'
import { instantInChinese } from '../../platform/archetypes/dates.ts'
import { LinkButton } from '../../platform/archetypes/link-button.tsx'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { TakingBack } from '../../platform/elements/taking-back.tsx'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import { WithdrawImportForm } from './withdraw-import-form.tsx'

/** The imports that were written into a ledger, each of which may be taken back while nobody has acted on what it brought. */
export function PastImportsPage() {
  const session = useSession()
  const [organisationId, setOrganisationId] = useState(grantedOver(session, 'problem.write')[0]?.id)
  const pages = usePages(endpoints.listLedgerImports, { params: { organisationId: organisationId ?? '' }, query: {} })
  const [taking, setTaking] = useState<PastImport | null>(null)
  return (
    <Page
      title="导入记录"
      facts="谁、何时、导入了哪份台账，从哪份文稿登记了问题；没有人办过的可以整个撤销"
      actions={<LinkButton to="/ledger-import">导入台账</LinkButton>}
    >
      <div className="filters" role="search" aria-label="筛选">
        <OrganisationSelect isPlain label="组织" value={organisationId} onChange={setOrganisationId} />
      </div>
      <List
        label="导入记录"
        {...pages}
        keyOf={({ id }) => id}
        whenEmpty="还没有导入过台账。"
        columns={[
          { header: '时间', cell: ({ at }) => instantInChinese(at) },
          { header: '文件、文稿', cell: ({ fileName }) => fileName },
          { header: '登记到', cell: ({ organisation }) => organisation.name },
          { header: '经手人', cell: ({ by }) => by },
          { header: '新登记', cell: ({ created }) => <span className="number">{created} 个</span> },
          { header: '修改', cell: ({ changed }) => <span className="number">{changed} 个</span> },
          {
            header: '操作',
            cell: (each) => (
              <TakingBack
                past={each}
                what={each.isFromPaper ? '撤销这次登记' : '撤销这次导入'}
                nothing={isNothing(each) ? '没有新登记的' : null}
                onTake={() => setTaking(each)}
              />
            ),
          },
        ]}
      />
      {taking !== null && <WithdrawImportForm {...taking} onClose={() => setTaking(null)} />}
    </Page>
  )
}

function isNothing({ created, changed, isFromPaper }: PastImport): boolean {
  return created === 0 && !(isFromPaper && changed > 0)
}
