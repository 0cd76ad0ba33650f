import { endpoints, type Inspection, inspectionEditionFacts } from '@duizhao/contract'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { dateInChinese, dueInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { LinkButton } from '../../platform/archetypes/link-button.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { useFeatures } from '../../platform/feature.ts'
import { sentenceOf, useChange, useRead } from '../../platform/service/api.ts'
import { holds, useSession } from '../../platform/service/session.ts'
import { CorrectInspectionForm } from './inspection-form.tsx'
import './inspection-slots.ts'

/** One inspection: its days, and the problems that came of it. */
export function InspectionPage() {
  const { organisationId = '', inspectionId = '' } = useParams({ strict: false })
  const { data, error } = useRead(endpoints.readInspection, { params: { organisationId, inspectionId } })
  if (data !== undefined) return <Read inspection={data} />
  return (
    <Page title="巡视巡察">
      {error ? (
        <>
          <p className="fault" role="alert">
            {sentenceOf(error)}
          </p>
          <Link to="/inspections">回到巡视巡察</Link>
        </>
      ) : (
        <Skeleton active aria-label="正在读取" />
      )}
    </Page>
  )
}

function Read({ inspection }: { readonly inspection: Inspection }) {
  const { id, name, organisation, edition, fedBackOn, planOn, reportOn } = inspection
  const session = useSession()
  const [isCorrecting, setCorrecting] = useState(false)
  const parts = useFeatures().flatMap(({ inspectionParts = [] }) => inspectionParts)
  const today = todayInChina()
  const facts = [
    ['单位', organisation.name],
    ['适用', `${inspectionEditionFacts[edition].name}，${inspectionEditionFacts[edition].source}`],
    ['反馈', dateInChinese(fedBackOn)],
    ['整改方案', planOn === null ? '没有规定' : dueInChinese(planOn, today)],
    ['整改报告', dueInChinese(reportOn, today)],
  ] as const
  return (
    <Page
      title={name}
      facts="巡视巡察：反馈的问题、整改方案和报告的时限"
      actions={
        <>
          <LinkButton to="/ledger" search={{ inspectionId: id, standing: 'all' }}>
            看这次反馈的问题
          </LinkButton>
          {holds(session, 'problem.write') && (
            <>
              <Button onClick={() => setCorrecting(true)}>更正</Button>
              <Removal inspection={inspection} />
            </>
          )}
          <Button onClick={() => print()}>打印</Button>
        </>
      }
    >
      <dl className="facts">
        {facts.map(([term, words]) => [<dt key={term}>{term}</dt>, <dd key={`${term} value`}>{words}</dd>])}
      </dl>
      {parts.map((Part, at) => (
        <Part key={at} inspection={inspection} />
      ))}
      <section aria-label="台账里登记为出自这次的问题">
        <h2>台账里登记为出自这次的问题</h2>
        <dl className="facts">
          {counted.map(({ standing, term }) => [
            <dt key={term}>{term}</dt>,
            <dd key={`${term} value`}>
              <Count inspectionId={id} standing={standing} term={term} />
            </dd>,
          ])}
        </dl>
      </section>
      {isCorrecting && <CorrectInspectionForm inspection={inspection} onClose={() => setCorrecting(false)} />}
    </Page>
  )
}

const counted = [
  { standing: 'all', term: '全部' },
  { standing: 'done', term: '已完成' },
  { standing: 'sustained', term: '长期坚持' },
  { standing: 'going', term: '正在推进' },
  { standing: 'claimed', term: '导入待确认' },
  { standing: 'overdue', term: '已超期' },
] as const

interface CountProps {
  readonly inspectionId: string
  readonly standing: (typeof counted)[number]['standing']
  readonly term: string
}

/** How many of them stand so, and the way to just those. */
function Count({ inspectionId, standing, term }: CountProps) {
  const { data } = useRead(endpoints.countProblems, { query: { inspectionId, standing } })
  if (data === undefined) return <span className="quiet">正在数</span>
  if (data.all === 0) return <span className="number">0 个</span>
  return (
    <Link
      to="/ledger"
      search={{ inspectionId, standing }}
      className={standing === 'overdue' ? 'number overdue' : 'number'}
      aria-label={`${term} ${data.all} 个，看这些问题`}
    >
      {data.all} 个
    </Link>
  )
}

/** Removes what was registered by mistake, while no problem came of it. */
function Removal({ inspection: { id, name } }: { readonly inspection: Inspection }) {
  const remove = useChange(endpoints.removeInspection)
  const navigate = useNavigate()
  const { modal, message } = App.useApp()
  const ask = (): void => {
    modal.confirm({
      title: `删除“${name}”？`,
      content: '删除以后不能恢复，审计日志里有记录。反馈过问题的不能删除，写错了的请更正。',
      okText: '删除',
      cancelText: '不删除',
      autoFocusButton: 'cancel',
      onOk: async () => {
        try {
          await remove.mutateAsync({ params: { inspectionId: id } })
        } catch (error) {
          void message.error(sentenceOf(error))
          return
        }
        void message.success(`已删除“${name}”。`)
        await navigate({ to: '/inspections' })
      },
    })
  }
  return <Button onClick={ask}>删除</Button>
}
