import { endpoints, noticeKindNames, type ProblemDetail } from '@duizhao/contract'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { dateInChinese, dueInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { request } from '../../platform/service/api.ts'

/** The written demands about a problem, with their answers. */
export function NoticeList({ problem: { notices } }: { readonly problem: ProblemDetail }) {
  if (notices.length === 0) return null
  return (
    <section aria-label="督办单">
      <h2>督办单</h2>
      {notices.map(({ id, kind, number, text, issuedBy, issuedOn, answerDueOn, answer, answeredBy, answeredOn }) => (
        <div key={id} className="piece">
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
      ))}
    </section>
  )
}
