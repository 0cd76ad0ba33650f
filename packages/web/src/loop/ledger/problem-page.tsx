import { shortened } from '@duizhao/engine/wording'
import { endpoints, isAsked, type ProblemAction, type ProblemDetail } from '@duizhao/contract'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { Suspense, useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { namesInWords } from '../../platform/archetypes/names-in-words.ts'
import { Page } from '../../platform/archetypes/page.tsx'
import { SavedProvider } from '../../platform/archetypes/saved.ts'
import { useFeatures } from '../../platform/feature.ts'
import { sentenceOf, useRead } from '../../platform/service/api.ts'
import { ActTold } from './act-told.tsx'
import { ActForm } from './acts/act-form.tsx'
import { ApprovalSteps } from './approval-steps.tsx'
import { ConditionList } from './condition-list.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { ExtensionList } from './extension-list.tsx'
import { HintList } from './hint-list.tsx'
import './problem-page.css'
import { ListNav } from './list-nav.tsx'
import { MeasureList } from './measure-list.tsx'
import { OriginList } from './origin-list.tsx'
import { ProblemActions } from './problem-actions.tsx'
import { ProblemFacts, ProblemTexts, Relatives } from './problem-facts.tsx'
import { ProgressList } from './progress-list.tsx'
import { Overdue, StateTag } from './state-tag.tsx'
import { Timeline } from './timeline.tsx'

/** How much of a long text makes a title. */
const LONGEST_TITLE = 90

/** One problem: what it is, its state, the one next action, and everything that has happened. */
export function ProblemPage() {
  const { problemId = '' } = useParams({ strict: false })
  const { data, error } = useRead(endpoints.readProblem, { params: { problemId } })
  if (data !== undefined) return <Problem key={problemId} problem={data} />
  return (
    <Page title="问题">
      {error ? (
        <>
          <p className="fault" role="alert">
            {sentenceOf(error)}
          </p>
          <Link to="/ledger">回到台账</Link>
        </>
      ) : (
        <Skeleton active aria-label="正在读取" />
      )}
    </Page>
  )
}

function Problem({ problem }: { readonly problem: ProblemDetail }) {
  const { id, number, text, state, overdueDays, organisation, provedOn, conditions, allowed } = problem
  // A form keeps the problem as it was when it was opened, so that a newer one does not slip under what is typed.
  const [act, setAct] = useState<{ readonly action: ProblemAction; readonly problem: ProblemDetail } | null>(null)
  const [told, setTold] = useState<ProblemAction | null>(null)
  const features = useFeatures()
  const tools = features.flatMap(({ problemTools = [] }) => problemTools)
  const parts = features.flatMap(({ problemParts = [] }) => problemParts)
  const title = shortened(text, LONGEST_TITLE)
  return (
    <Page
      title={title}
      above={<ListNav problemId={id} />}
      facts={
        <>
          {organisation.name}，问题 <span className="number">{number}</span> 号{'　'}
          <StateTag state={state} /> <Overdue days={overdueDays} />
          {provedOn !== null && ' 回头看有效'}
        </>
      }
      actions={
        <>
          <Suspense>
            {tools.map((Tool, at) => (
              <Tool key={at} problem={problem} />
            ))}
          </Suspense>
          <Button onClick={() => print()}>打印</Button>
        </>
      }
    >
      {(state === 'struck_off' || state === 'struck_off_on_paper') && <Stamp struckOffOn={problem.struckOffOn} />}
      <PaperLine problem={problem} />
      <ImportedClosure problem={problem} />
      {problem.pendingMerge !== null && (
        <Alert
          type="info"
          title={`${problem.pendingMerge.by}申请并入问题 ${problem.pendingMerge.number} 号，要另一个能审批的人同意：${namesOr(problem.pendingMerge.mayDecide)}。`}
        />
      )}
      {told !== null && <ActTold action={told} problem={problem} onClose={() => setTold(null)} />}
      {problem.unreached.length > 0 && allowed.includes('assign') && (
        <Alert
          type="warning"
          title={`${problem.unreached.join('、')}看不到这个问题，也收不到消息：没有账号，或者没有看台账的授权。请系统管理员开账号、安全管理员授权，或者另外分派。`}
        />
      )}
      <ProblemActions
        problem={problem}
        onAct={(action) => {
          setTold(null)
          setAct({ action, problem })
        }}
      />
      <Relatives problem={problem} />
      <div className="with-aside">
        <div>
          <HintList problem={problem} />
          <ProblemTexts problem={problem} />
          <OriginList problem={problem} />
          <MeasureList problem={problem} />
          <ProgressList problem={problem} />
          <EvidenceList problem={problem} />
          <ExtensionList problem={problem} />
          <Suspense>
            {parts.map((Part, at) => (
              <Part key={at} problem={problem} />
            ))}
          </Suspense>
        </div>
        <aside aria-label="基本情况和经过">
          <section aria-label="基本情况">
            <h2>基本情况</h2>
            <ProblemFacts problem={problem} />
          </section>
          {isAsked(state) && (
            <section aria-label="销号条件">
              <h2>销号条件</h2>
              <ConditionList conditions={conditions} />
            </section>
          )}
          <ApprovalSteps problem={problem} />
          <Timeline problemId={id} />
        </aside>
      </div>
      {act !== null && (
        <SavedProvider value={() => setTold(act.action)}>
          <ActForm {...act} onClose={() => setAct(null)} />
        </SavedProvider>
      )}
    </Page>
  )
}

/** What was closed before it came here says so: it was not struck off in this ledger. */
function ImportedClosure({ problem: { state, claimed, mayConfirmClosure } }: { readonly problem: ProblemDetail }) {
  if (state === 'closed_on_import')
    return <Alert type="info" title="导入时已销号：不是在这里申请、核验销号的，由没有经手的人确认过，单独统计。" />
  if (state !== 'closure_claimed') return null
  return (
    <Alert
      type="warning"
      title={`导入的表里写着已销号，还没有确认，不算已完成。要由没有导入、没有经手的人确认：${namesOr(mayConfirmClosure)}；这次导入还有 ${claimed} 个待确认。`}
    />
  )
}

/** What the superior verified on paper says so, while it waits and when it is done. */
function PaperLine({ problem: { state, paper } }: { readonly problem: ProblemDetail }) {
  if (state === 'struck_off_on_paper')
    return (
      <Alert
        type="info"
        title="上级书面核验销号：本单位没有人能审批，由上级签字核验，一人登记、另一人确认，单独统计。"
      />
    )
  if (paper === null) return null
  const words = `${paper.by}登记了${paper.authority}的书面核验（${paper.signedBy}，${dateInChinese(paper.datedOn)}）`
  return <Alert type="info" title={`${words}，要另一个人和原件核对、确认：${namesOr(paper.mayConfirm)}。`} />
}

/** Who may, or how somebody could. */
function namesOr(people: readonly string[]): string {
  return people.length === 0 ? '现在没有别人能办，请安全管理员另外授权' : namesInWords(people)
}

/** The seal of what is closed. */
function Stamp({ struckOffOn }: Pick<ProblemDetail, 'struckOffOn'>) {
  return (
    <p>
      <span className="stamp">已销号</span> {struckOffOn !== null && dateInChinese(struckOffOn)}
    </p>
  )
}
