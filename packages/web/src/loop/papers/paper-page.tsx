import {
  endpoints,
  fileStateNames,
  type PaperAction,
  type PaperDetail,
  type PaperEvent,
  paperKindNames,
  paperMachine,
  type PaperVersion,
} from '@duizhao/contract'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, App, Button, Skeleton } from 'antd'
import { type ComponentType, Suspense, useState } from 'react'
import { dateInChinese, instantInChinese } from '../../platform/archetypes/dates.ts'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { namesInWords } from '../../platform/archetypes/names-in-words.ts'
import { Page } from '../../platform/archetypes/page.tsx'
import { useFeatures } from '../../platform/feature.ts'
import { request, sentenceOf, useChange, useRead } from '../../platform/service/api.ts'
import {
  ApprovePaperForm,
  ChangePaperForm,
  IssuePaperForm,
  type PaperFormProps,
  ReturnPaperForm,
  VoidPaperForm,
} from './paper-forms.tsx'
import { PaperStateTag, readingInChinese } from './paper-words.tsx'
import './paper-slots.ts'
import { StudyForm } from './study-form.tsx'
import { VersionForm } from './version-form.tsx'

/** One paper: what it is, what can be done with it now, its versions and what was done with it. */
export function PaperPage() {
  const { paperId = '' } = useParams({ strict: false })
  const { data, error } = useRead(endpoints.readPaper, { params: { paperId } })
  if (data !== undefined) return <PaperShown key={paperId} detail={data} />
  return (
    <Page title="文稿">
      {error ? (
        <>
          <p className="fault" role="alert">
            {sentenceOf(error)}
          </p>
          <Link to="/papers">回到文稿</Link>
        </>
      ) : (
        <Skeleton active aria-label="正在读取" />
      )}
    </Page>
  )
}

/** The actions that ask for something, each with its form; the others are done at once. */
const forms: Partial<Record<PaperAction, ComponentType<PaperFormProps>>> = {
  change: ChangePaperForm,
  addVersion: VersionForm,
  return: ReturnPaperForm,
  approve: ApprovePaperForm,
  issue: IssuePaperForm,
  study: StudyForm,
  void: VoidPaperForm,
}
/** What moves a paper on: the first of these that can be done stands out. */
const onward: ReadonlySet<PaperAction> = new Set(['submit', 'approve', 'issue'])
const order: readonly PaperAction[] = [
  'submit',
  'approve',
  'issue',
  'return',
  'addVersion',
  'study',
  'change',
  'recall',
  'void',
]

function PaperShown({ detail }: { readonly detail: PaperDetail }) {
  const { paper, versions, events } = detail
  const [open, setOpen] = useState<PaperAction | null>(null)
  const Form = open === null ? undefined : forms[open]
  const parts = useFeatures().flatMap(({ paperParts = [] }) => paperParts)
  const { organisation, author, kind, number, issuedOn, subject, state } = paper
  const isApproved = state === 'approved' || state === 'issued'
  return (
    <Page
      title={paper.title}
      facts={
        <>
          {organisation.name}，{paperKindNames[kind]}，{author.name}起草{'　'}
          <PaperStateTag state={state} />
          {issuedOn !== null && `　${dateInChinese(issuedOn)}印发${number === '' ? '' : `，${number}`}`}
          {subject !== '' && `　${subject}`}
        </>
      }
      actions={<Button onClick={() => print()}>打印</Button>}
    >
      <Actions detail={detail} onOpen={setOpen} />
      <Reviewers detail={detail} />
      <div className="with-aside">
        <div>
          <section aria-label="各版">
            <h2>各版</h2>
            {versions.map((version, at) => (
              <Version key={version.id} version={version} isApproved={isApproved && at === 0} />
            ))}
          </section>
          <Suspense>
            {parts.map((Part, at) => (
              <Part key={at} paper={paper} />
            ))}
          </Suspense>
        </div>
        <aside aria-label="经过">
          <h2>经过</h2>
          <ol className="timeline">
            {events.map((event) => (
              <Event key={event.id} event={event} />
            ))}
          </ol>
        </aside>
      </div>
      {Form !== undefined && <Form paper={paper} onClose={() => setOpen(null)} />}
    </Page>
  )
}

interface ActionsProps {
  readonly detail: PaperDetail
  readonly onOpen: (action: PaperAction) => void
}

const NOBODY =
  '现在没有人能审核：起草的人不能审自己的。请安全管理员给另一个人授权（组织者、主要负责人或审核人），再送审；已经送审的不必重送。'

/** To whom a paper goes, said before it is handed in and while it waits. */
function Reviewers({ detail: { paper, allowed, reviewers } }: Pick<ActionsProps, 'detail'>) {
  const isWaiting = paper.state === 'submitted'
  if (!isWaiting && !allowed.includes('submit')) return null
  if (reviewers.length === 0) return <Alert type="warning" title={NOBODY} />
  const names = namesInWords(reviewers)
  return <p className="quiet">{isWaiting ? `等待${names}审核。` : `送审以后由${names}审核。`}</p>
}

function Actions({ detail: { paper, allowed }, onOpen }: ActionsProps) {
  const { message } = App.useApp()
  const submit = useChange(endpoints.submitPaper)
  const recall = useChange(endpoints.recallPaper)
  // What came back is not sent again as it was: a new version comes first.
  const shown = order
    .filter((action) => allowed.includes(action))
    .toSorted((a, b) => Number(isAgain(paper, b)) - Number(isAgain(paper, a)))
  const call = { params: { paperId: paper.id } }
  const doAtOnce = async (action: PaperAction): Promise<void> => {
    try {
      const { reviewers } = await (action === 'submit' ? submit : recall).mutateAsync(call)
      const told = reviewers.length === 0 ? '还没有人能审核' : `等待${namesInWords(reviewers)}审核`
      void message.success(action === 'submit' ? `已送审，${told}。` : '已撤回，其他人不再看到这一版。')
    } catch (refused) {
      void message.error(sentenceOf(refused))
    }
  }
  if (shown.length === 0) return null
  return (
    <p className="actions not-printed">
      {shown.map((action, at) => (
        <Button
          key={action}
          type={at === 0 && (onward.has(action) || isAgain(paper, action)) ? 'primary' : 'default'}
          loading={(action === 'submit' && submit.isPending) || (action === 'recall' && recall.isPending)}
          onClick={() => (forms[action] === undefined ? void doAtOnce(action) : onOpen(action))}
        >
          {paperMachine.actionNames[action]}
        </Button>
      ))}
    </p>
  )
}

function isAgain({ state }: PaperDetail['paper'], action: PaperAction): boolean {
  return state === 'returned' && action === 'addVersion'
}

function Version({ version, isApproved }: { readonly version: PaperVersion; readonly isApproved: boolean }) {
  const tools = useFeatures().flatMap(({ versionTools = [] }) => versionTools)
  const { id, ordinal, fileName, note, by, at, reading, fileState, studiedIn } = version
  return (
    <div className="piece">
      <p>
        <strong>
          第 {ordinal} 版　{fileName}
        </strong>
      </p>
      {note !== '' && <p>{note}</p>}
      <span className="quiet">
        {by}，{instantInChinese(at)}提交；{readingInChinese(reading)}
      </span>
      {studiedIn !== null && (
        <p>
          <Link to="/records/$recordId" params={{ recordId: studiedIn.id }}>
            {dateInChinese(studiedIn.on)} {studiedIn.name}研究
          </Link>
        </p>
      )}
      {fileState !== 'whole' && (
        <p className="fault">文件{fileStateNames[fileState]}。请系统管理员从备份里取回，或重新提交原来的文件。</p>
      )}
      <div className="actions not-printed">
        {reading !== null && (
          <Link
            to="/paper-versions/$versionId"
            params={{ versionId: id }}
            aria-label={`查看正文：第 ${ordinal} 版 ${fileName}`}
          >
            查看正文
          </Link>
        )}
        <DownloadButton
          isSmall
          name={fileName}
          label={`下载：第 ${ordinal} 版 ${fileName}`}
          fetchFile={() => request(endpoints.readPaperVersion, { params: { versionId: id } })}
        >
          下载
        </DownloadButton>
        {reading !== null && tools.map((Tool, at) => <Tool key={at} version={version} isApproved={isApproved} />)}
      </div>
    </div>
  )
}

function Event({ event: { actionName, to, at, by, reason, ordinal } }: { readonly event: PaperEvent }) {
  return (
    <li>
      <strong>{actionName}</strong>
      {ordinal !== null && <span>（第 {ordinal} 版）</span>}
      {actionName !== to && <span> → {to}</span>}
      <div className="quiet">
        {instantInChinese(at)}，{by}
      </div>
      {reason !== '' && <p>{reason}</p>}
    </li>
  )
}
