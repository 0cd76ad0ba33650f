import { ClockCircleOutlined, CheckOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import { endpoints, type Notice, noticeKindNames } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { dateInChinese, dueInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { request } from '../../platform/service/api.ts'
import { grantedOver, holds, useSession } from '../../platform/service/session.ts'
import { NoticeTemplate } from './notice-template.tsx'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'

/** The written demands, the latest first; of those that are not answered, the one due first. */
export function NoticesPage() {
  const session = useSession()
  const [organisationId, setOrganisationId] = useState<string | undefined>(undefined)
  const [isOpen, setOpen] = useState(false)
  const pages = usePages(endpoints.listNotices, { query: { organisationId, isOpen } })
  return (
    <Page title="督办" facts={isOpen ? '没有答复的督办单，先到期限的在前' : '发出的督办单和答复，后发出的在前'}>
      <div className="filters" role="search" aria-label="筛选">
        <OrganisationSelect
          isPlain
          mayBeEmpty
          placeholder="全部组织"
          label="组织"
          value={organisationId}
          onChange={setOrganisationId}
        />
        <Checkbox checked={isOpen} onChange={({ target }) => setOpen(target.checked)}>
          只看没有答复的
        </Checkbox>
      </div>
      <List
        label="督办单"
        {...pages}
        keyOf={({ id }) => id}
        whenEmpty="没有督办单。在问题的页面上可以发督办单。"
        columns={[
          {
            header: '督办单',
            cell: ({ kind, number }) => (
              <>
                {noticeKindNames[kind]}
                <div className="quiet">{number}</div>
              </>
            ),
          },
          {
            header: '问题',
            cell: ({ problemId, problemNumber, problemText }) => (
              <Link to="/problems/$problemId" params={{ problemId }}>
                {problemNumber} 号：{problemText}
              </Link>
            ),
          },
          { header: '单位', cell: ({ organisation }) => organisation.name },
          { header: '发出', cell: ({ issuedOn, issuedBy }) => `${dateInChinese(issuedOn)}，${issuedBy}` },
          { header: '答复', cell: (notice) => <Reply notice={notice} /> },
          {
            header: '文件',
            cell: ({ id, kind, number }) => (
              <DownloadButton
                isSmall
                name={`${noticeKindNames[kind]}${number}.docx`}
                label={`Word：${noticeKindNames[kind]} ${number}`}
                fetchFile={() => request(endpoints.noticeDocument, { params: { noticeId: id } })}
              >
                Word
              </DownloadButton>
            ),
          },
        ]}
      />
      {holds(session, 'problem.demand') && (
        <NoticeTemplate organisationId={grantedOver(session, 'problem.read')[0]?.id} />
      )}
    </Page>
  )
}

function Reply({ notice }: { readonly notice: Notice }) {
  const { answer, answeredBy, answeredOn, answerDueOn } = notice
  const today = todayInChina()
  if (answer !== null)
    return (
      <>
        <CheckOutlined aria-hidden="true" /> {answeredOn !== null && dateInChinese(answeredOn)}，{answeredBy}
        <div className="two-lines quiet">{answer}</div>
      </>
    )
  return answerDueOn < today ? (
    <span className="overdue">
      <ExclamationCircleOutlined aria-hidden="true" /> 没有答复：{dueInChinese(answerDueOn, today)}
    </span>
  ) : (
    <>
      <ClockCircleOutlined aria-hidden="true" /> 等待答复：{dueInChinese(answerDueOn, today)}
    </>
  )
}
