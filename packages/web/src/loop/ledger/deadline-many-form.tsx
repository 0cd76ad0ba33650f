import {
  type BatchRow,
  endpoints,
  ExtensionAsked,
  type Problem,
  ProblemChange,
  type ProblemClass,
} from '@duizhao/contract'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { BatchForm } from '../../platform/elements/batch-form.tsx'
import { BatchReport } from '../../platform/elements/batch-report.tsx'
import { useChange } from '../../platform/service/api.ts'
import { holds, useSession } from '../../platform/service/session.ts'
import { type PlannedDeadline, plannedDeadlines, undoneDeadline } from './batch-deadline.ts'
import { KeptClass, KeptDeadline } from './kept-fields.tsx'

interface Fields {
  readonly class?: ProblemClass
  readonly dueOn?: string
  readonly reason?: string
}

interface DeadlineManyFormProps {
  readonly problems: readonly Problem[]
  readonly onClose: () => void
}

/** Another deadline or class for many problems: changed where it may be, asked for where it stands. */
export function DeadlineManyForm({ problems: given, onClose }: DeadlineManyFormProps) {
  // As they were when the form was opened; what moves meanwhile is told by the version.
  const [problems] = useState(given)
  const [form] = Form.useForm<Fields>()
  const session = useSession()
  const change = useChange(endpoints.changeManyProblems)
  const ask = useChange(endpoints.requestManyExtensions)
  const [done, setDone] = useState<{ planned: readonly PlannedDeadline[]; rows: readonly BatchRow[] } | null>(null)
  const kind = Form.useWatch<Fields['class']>('class', form)
  const dueOn = Form.useWatch<Fields['dueOn']>('dueOn', form)
  const planned = plannedDeadlines(
    problems,
    { class: kind, dueOn },
    {
      today: todayInChina(),
      mayChange: holds(session, 'problem.write'),
      mayReport: holds(session, 'problem.report'),
    },
  )
  const changes = planned.flatMap((one) => one.change ?? [])
  const extensions = planned.flatMap((one) => one.extension ?? [])
  const save = async ({ reason = '' }: Fields): Promise<void> => {
    const changed = changes.length === 0 ? [] : (await change.mutateAsync({ body: { changes } })).rows
    const asked = extensions.length === 0 ? [] : (await ask.mutateAsync({ body: { extensions, reason } })).rows
    setDone({ planned, rows: [...changed, ...asked] })
  }
  if (done !== null) return <DeadlineReport {...done} onClose={onClose} />
  const words = [
    ...(changes.length === 0 ? [] : [`修改 ${changes.length} 个`]),
    ...(extensions.length === 0 ? [] : [`申请延期 ${extensions.length} 个`]),
  ]
  return (
    <BatchForm<Fields>
      title={`改选中的 ${problems.length} 个问题的时限、类型`}
      okText={words.length === 0 ? '修改' : words.join('，')}
      hint="只改填了的。没有分派过的直接改；已经分派的申请延期，由另一个人决定。"
      rows={planned.map((one) => ({ ...one, isSent: one.change !== null || one.extension !== null }))}
      whenLeft="不改"
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <KeptDeadline fields={ProblemChange.shape} />
      <KeptClass fields={ExtensionAsked.shape} />
      {extensions.length > 0 && (
        <Form.Item {...fieldOf(endpoints.requestManyExtensions.body.shape, 'reason')} label="延期的理由">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      )}
    </BatchForm>
  )
}

interface DeadlineReportProps {
  readonly planned: readonly PlannedDeadline[]
  readonly rows: readonly BatchRow[]
  readonly onClose: () => void
}

function DeadlineReport({ planned, rows, onClose }: DeadlineReportProps) {
  const undo = useChange(endpoints.changeManyProblems)
  const changes = rows.flatMap(({ problemId, version }) => {
    const one = planned.find(({ problem }) => problem.id === problemId)
    return one === undefined || version === null ? [] : (undoneDeadline(one, version) ?? [])
  })
  const isAsked = planned.some(({ extension }) => extension !== null)
  return (
    <BatchReport
      title="修改时限、类型的结果"
      done="已办"
      problems={planned.map(({ problem }) => problem)}
      rows={rows}
      back={{ count: changes.length, put: async () => (await undo.mutateAsync({ body: { changes } })).rows }}
      remark={isAsked ? '申请了延期的，由另一个人决定，决定以前时限不变。' : ''}
      onClose={onClose}
    />
  )
}
