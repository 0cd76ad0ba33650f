import { endpoints, findingsInWords, type MeetingReview, paperKindNames, paperStateNames } from '@duizhao/contract'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { dateInChinese, instantInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { useRead } from '../../platform/service/api.ts'

/** All papers of a meeting on one sheet to print: what was found, what is open, what was decided. */
export function MeetingReviewsPage() {
  const { meetingId = '' } = useParams({ strict: false })
  const { data } = useRead(endpoints.listMeetingReviews, { params: { meetingId }, query: { limit: 1 } })
  const pages = usePages(endpoints.listMeetingReviews, { params: { meetingId }, query: { limit: 200 } })
  return (
    <Page
      title="审核意见单总表"
      facts={data && `${data.meeting.name}，${dateInChinese(todayInChina())}；送审了的文稿，一份一行`}
      actions={
        <>
          <Link to="/meetings/$meetingId" params={{ meetingId }}>
            回到会议
          </Link>
          <Button onClick={() => print()}>打印</Button>
        </>
      }
    >
      {pages.rows !== undefined && pages.rows.length > 0 && <p>{standing(pages.rows)}</p>}
      <List
        label="审核意见单总表"
        {...pages}
        keyOf={({ versionId }) => versionId}
        whenEmpty="这次会议还没有送审的文稿。"
        columns={[
          {
            header: '文稿',
            cell: ({ versionId, paper, ordinal, organisation, author }) => (
              <>
                <Link to="/paper-reviews/$versionId" params={{ versionId }}>
                  {paper.title}
                </Link>
                <div className="quiet">
                  {paperKindNames[paper.kind]}，第 {ordinal} 版，{organisation.name}，{author}
                </div>
              </>
            ),
          },
          { header: '系统检查', cell: (row) => found(row) },
          { header: '采纳', cell: ({ accepted }) => accepted },
          { header: '不采纳', cell: ({ dismissed }) => dismissed },
          { header: '还没有处理', cell: ({ open }) => open },
          { header: '审核人的意见', cell: ({ remarks }) => remarks },
          { header: '结论', cell: (row) => <Decision row={row} /> },
        ]}
      />
    </Page>
  )
}

/** How many are decided, and what waits, in a sentence. */
function standing(rows: readonly MeetingReview[]): string {
  const count = (state: MeetingReview['paper']['state']): number =>
    rows.filter(({ paper }) => paper.state === state).length
  const parts = [
    [`审定 ${count('approved') + count('issued')} 份`, count('approved') + count('issued')],
    [`退回等修改 ${count('returned')} 份`, count('returned')],
    [`等审核 ${count('submitted')} 份`, count('submitted')],
  ] as const
  const open = rows.reduce((total, row) => total + row.open, 0)
  const said = parts.filter(([, some]) => some > 0).map(([words]) => words)
  return `送审 ${rows.length} 份：${said.join('，')}；还没有处理的审核意见 ${open} 条。`
}

function found({ reading }: MeetingReview): string {
  return reading === null ? '读不出文字，没有审核' : findingsInWords(reading)
}

function Decision({ row: { paper, decided, ordinal } }: { readonly row: MeetingReview }) {
  return (
    <>
      <strong>{paper.state === 'submitted' ? '等审核' : paperStateNames[paper.state]}</strong>
      {decided !== null && (
        <div>
          {decided.ordinal !== ordinal && `第 ${decided.ordinal} 版${decided.isApproval ? '审定' : '退回'}：`}
          {decided.reason}
          <div className="quiet">
            {decided.by}，{instantInChinese(decided.at)}
          </div>
        </div>
      )}
    </>
  )
}
