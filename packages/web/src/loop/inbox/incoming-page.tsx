import {
  endpoints,
  type IncomingDetail,
  incomingKindFacts,
  incomingMachine,
  matterEndingNames,
  senderKindNames,
} from '@duizhao/contract'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { dateInChinese, instantInChinese } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { sentenceOf, useRead } from '../../platform/service/api.ts'
import { DueDay } from './due-day.tsx'
import { IncomingActions } from './incoming-actions.tsx'

/** One of what came in: what it says, who has it until when, and what was done with it. */
export function IncomingPage() {
  const { incomingId = '' } = useParams({ strict: false })
  const { data, error } = useRead(endpoints.readIncoming, { params: { incomingId } })
  if (data !== undefined) return <Read key={data.id} incoming={data} />
  return (
    <Page title="来件">
      {error ? (
        <>
          <p className="fault" role="alert">
            {sentenceOf(error)}
          </p>
          <Link to="/inbox">回到来件</Link>
        </>
      ) : (
        <Skeleton active aria-label="正在读取" />
      )}
    </Page>
  )
}

function Read({ incoming }: { readonly incoming: IncomingDetail }) {
  const { kind, state, text, told, passed, events } = incoming
  return (
    <Page
      title={`${incomingKindFacts[kind].name}：${text.slice(0, 20)}${text.length > 20 ? '…' : ''}`}
      facts={`${incoming.organisation.name}，${incomingMachine.stateNames[state]}`}
      actions={<IncomingActions incoming={incoming} />}
    >
      {told > 1 && (
        <Alert
          type="warning"
          className="before-form"
          title={`告知缺什么已经 ${told} 次。应当一次说全：第二次要的，第一次就该说。`}
        />
      )}
      {passed > 2 && (
        <Alert type="warning" className="before-form" title={`已经转办 ${passed} 次，请不要再转，由现在的单位答复。`} />
      )}
      <p className="opinion-text">{text}</p>
      <dl className="facts">
        {factsOf(incoming).map(([term, words]) => [<dt key={term}>{term}</dt>, <dd key={`${term} value`}>{words}</dd>])}
        <dt>期限</dt>
        <dd>
          <DueDay incoming={incoming} />
        </dd>
      </dl>
      <Outcome incoming={incoming} />
      <section aria-label="经过">
        <h2>经过</h2>
        <List
          label="经过"
          rows={events}
          keyOf={({ id }) => id}
          whenEmpty="没有经过。"
          columns={[
            { header: '时间', cell: ({ at }) => instantInChinese(at) },
            { header: '操作', cell: ({ actionName }) => actionName },
            { header: '说明', cell: (event) => event.text },
            { header: '单位', cell: ({ organisation }) => organisation },
            { header: '人员', cell: ({ by }) => by },
          ]}
        />
      </section>
    </Page>
  )
}

function factsOf(incoming: IncomingDetail): (readonly [string, string])[] {
  const { sender, contact, senderKind, about, aboutOrganisation, handler, firstReceiver, offeredTo } = incoming
  const from = sender === null ? '不在这里显示' : sender === '' ? senderKindNames[senderKind] : sender
  return [
    ['收到日期', dateInChinese(incoming.receivedOn)],
    ['来件人', from],
    ...(contact === null || contact === '' ? [] : [['联系方式', contact] as const]),
    ...(about === null ? [] : [['反映的人', about.name] as const]),
    ...(aboutOrganisation === null ? [] : [['反映的单位', aboutOrganisation.name] as const]),
    ['首问的单位', firstReceiver.name],
    ...(offeredTo === null ? [] : [['转给', `${offeredTo.name}，还没有接收`] as const]),
    ...(handler === null ? [] : [['承办人', handler.name] as const]),
    ...(incoming.acceptedOn === null ? [] : [['受理日期', dateInChinese(incoming.acceptedOn)] as const]),
    ...(incoming.extendedOn === null ? [] : [['延长期限', `${dateInChinese(incoming.extendedOn)}延长`] as const]),
  ]
}

function Outcome({ incoming: { outcome } }: { readonly incoming: IncomingDetail }) {
  if (outcome === null) return null
  const { ending, reason, problem } = outcome
  return (
    <section aria-label="结果">
      <h2>结果</h2>
      {problem === null ? (
        <p className="opinion-text">{`${matterEndingNames[ending]}：${reason}`}</p>
      ) : (
        <Link to="/problems/$problemId" params={{ problemId: problem.id }}>
          {`${matterEndingNames.problem}，${problem.number} 号`}
        </Link>
      )}
    </section>
  )
}
