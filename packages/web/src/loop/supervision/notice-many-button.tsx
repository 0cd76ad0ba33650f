import {
  type BatchRow,
  endpoints,
  type NoticeKind,
  noticeKindNames,
  noticeKinds,
  type Problem,
  problemStateNames,
  underwayStates,
} from '@duizhao/contract'
import { Button, Form, Radio } from 'antd'
import { useState } from 'react'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { daysAfter, todayInChina } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { useChange } from '../../platform/service/api.ts'
import { holds, useSession } from '../../platform/service/session.ts'
import { BatchForm } from '../../platform/elements/batch-form.tsx'
import { BatchReport } from '../../platform/elements/batch-report.tsx'
import type { WillChangeRow } from '../../platform/elements/will-change.tsx'

interface NoticeManyProps {
  readonly problems: readonly Problem[]
}

/** Demands the rectification of all that is selected, each in a notice of its own. */
export function NoticeManyButton({ problems }: NoticeManyProps) {
  const session = useSession()
  const [asked, setAsked] = useState<readonly Problem[] | null>(null)
  if (!holds(session, 'problem.demand')) return null
  return (
    <>
      <Button onClick={() => setAsked(problems)}>发督办单</Button>
      {asked !== null && <NoticeManyForm problems={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

interface Fields {
  readonly kind: NoticeKind
  readonly answerDueOn: string
}

const { shape } = endpoints.issueManyNotices.body

function NoticeManyForm({ problems, onClose }: NoticeManyProps & { readonly onClose: () => void }) {
  const issue = useChange(endpoints.issueManyNotices)
  const [form] = Form.useForm<Fields>()
  const kind = Form.useWatch<NoticeKind | undefined>('kind', form) ?? 'remind'
  const [done, setDone] = useState<readonly BatchRow[] | null>(null)
  const rows = problems.map((problem) => rowOf(problem, kind))
  const problemIds = rows.flatMap(({ problem, isSent }) => (isSent ? [problem.id] : []))
  if (done !== null)
    return <BatchReport title="发督办单的结果" done="已发" problems={problems} rows={done} onClose={onClose} />
  return (
    <BatchForm<Fields>
      title={`就选中的 ${problems.length} 个问题发督办单`}
      okText={problemIds.length === 0 ? '发督办单' : `发 ${problemIds.length} 份督办单`}
      hint="一个问题一份，内容按台账上的问题、时限和进展写，通知责任领导和责任人。督办逐级进行，前一级没有发过的不发。发出以后不能收回。"
      rows={rows}
      whenLeft="不发"
      form={form}
      initialValues={{ kind: 'remind', answerDueOn: daysAfter(todayInChina(), 7) }}
      onSave={async (given) => setDone((await issue.mutateAsync({ body: { ...given, problemIds } })).rows)}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(shape, 'kind')} label="种类">
        <Radio.Group options={noticeKinds.map((value) => ({ value, label: noticeKindNames[value] }))} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'answerDueOn')} label="答复期限">
        <DateField min={todayInChina()} />
      </Form.Item>
    </BatchForm>
  )
}

function rowOf(problem: Problem, kind: NoticeKind): WillChangeRow {
  const { state, lead, handler } = problem
  const isSent = underwayStates.some((underway) => underway === state)
  const people = [...new Set([lead, handler].flatMap((person) => person?.name ?? []))]
  return {
    problem,
    isSent,
    words: [`发${noticeKindNames[kind]}${people.length === 0 ? '' : `，通知${people.join('、')}`}`],
    remark: isSent ? '' : `状态是“${problemStateNames[state]}”`,
  }
}
