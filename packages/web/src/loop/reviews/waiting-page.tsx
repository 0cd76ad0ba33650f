import { endpoints, findingsInWords, type WaitingPaper } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { instantInChinese } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { grantedOver, useSession } from '../../platform/service/session.ts'

/** The papers that wait for one’s review, each with what was found in it and how far one is. */
export function WaitingPage() {
  const [first] = grantedOver(useSession(), 'paper.review')
  const [organisationId, setOrganisation] = useState(first?.id)
  const pages = usePages(endpoints.listWaitingPapers, { params: { organisationId: organisationId ?? '' } })
  return (
    <Page
      title="等我审核的文稿"
      facts="连同下级的，先起草的在前；打开逐条处理，再审定或退回"
      actions={<Link to="/papers">全部文稿</Link>}
    >
      <div className="filters">
        <OrganisationSelect isPlain label="单位" value={organisationId} onChange={setOrganisation} />
      </div>
      <List
        label="等我审核的文稿"
        {...pages}
        keyOf={({ versionId }) => versionId}
        whenEmpty="没有等审核的文稿。"
        columns={[
          {
            header: '标题',
            cell: ({ versionId, paper, ordinal }) => (
              <>
                <Link to="/paper-reviews/$versionId" params={{ versionId }}>
                  {paper.title}
                </Link>
                <div className="quiet">第 {ordinal} 版</div>
              </>
            ),
          },
          { header: '单位', cell: ({ organisation }) => organisation.name },
          { header: '起草', cell: ({ author }) => author },
          { header: '审核意见', cell: (waiting) => foundIn(waiting) },
          { header: '已经处理', cell: (waiting) => doneWith(waiting) },
          { header: '最近变动', cell: ({ at }) => instantInChinese(at) },
        ]}
      />
    </Page>
  )
}

function foundIn({ reading }: WaitingPaper): string {
  return reading === null ? '读不出文字，没有审核' : findingsInWords(reading)
}

function doneWith({ judged, remarks }: WaitingPaper): string {
  return `${judged} 条${remarks === 0 ? '' : `，提了 ${remarks} 条意见`}`
}
