import { endpoints, type Notice, noticeKindNames, type ProblemDetail } from '@duizhao/contract'
import { Button } from 'antd'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { dateInChinese, dueInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { request, sentenceOf } from '../../platform/service/api.ts'

/** The written demands about a problem with their answers, a page at a time, the oldest of those read first. */
export function NoticeList({ problem }: { readonly problem: ProblemDetail }) {
  const { rows, error, onMore } = usePages(endpoints.listNotices, { query: { problemId: problem.id } })
  if (!error && (rows === undefined || rows.length === 0)) return null
  return (
    <section aria-label="督办单">
      <h2>督办单</h2>
      {Boolean(error) && (
        <p className="fault" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {onMore !== undefined && <Button onClick={onMore}>再看以前的</Button>}
      {rows?.toReversed().map((notice) => (
        <OneNotice key={notice.id} notice={notice} />
      ))}
    </section>
  )
}

function OneNotice({ notice }: { readonly notice: Notice }) {
  const { id, kind, number, text, issuedBy, issuedOn, answerDueOn, answer, answeredBy, answeredOn } = notice
  return (
    <div className="piece">
      <strong>
        {noticeKindNames[kind]} {number}
      </strong>
      <p>{text}</p>
      <span className="quiet">
        {dateInChinese(issuedOn)}，{issuedBy}
      </span>
      <p>
        {answer === null
          ? `等待答复：${dueInChinese(answerDueOn, todayInChina())}`
          : `${answeredBy ?? ''}${answeredOn === null ? '' : `于 ${dateInChinese(answeredOn)}`}答复：${answer}`}
      </p>
      <div className="actions">
        <DownloadButton
          isSmall
          name={`${noticeKindNames[kind]}${number}.docx`}
          fetchFile={() => request(endpoints.noticeDocument, { params: { noticeId: id } })}
        >
          督办单和回执（Word）
        </DownloadButton>
      </div>
    </div>
  )
}
