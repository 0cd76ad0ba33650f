import { endpoints, type NoticeKind, noticeKindNames, noticeKinds, type ProblemDetail } from '@duizhao/contract'
import { Form, Input, Radio } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { daysAfter, todayInChina } from '../../platform/archetypes/dates.ts'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { useChange } from '../../platform/service/api.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'

interface NoticeFormProps {
  readonly problem: ProblemDetail
  readonly onClose: () => void
}

interface Fields {
  readonly kind: NoticeKind
  readonly text: string
  readonly answerDueOn: string
}

/** A written demand about a problem, which must be answered. */
export function NoticeForm({ problem, onClose }: NoticeFormProps) {
  const issue = useChange(endpoints.issueNotice)
  const { rows, error } = usePages(endpoints.listNotices, { query: { problemId: problem.id } })
  // Without them it can be issued all the same, the service knows which comes next.
  if (rows === undefined && !error) return null
  // Each step is sharper than the one before, and the next is the one most likely meant.
  const sent = (rows ?? []).map(({ kind }) => noticeKinds.indexOf(kind))
  const next = noticeKinds[Math.min(Math.max(-1, ...sent) + 1, noticeKinds.length - 1)] ?? 'remind'
  return (
    <FormDialogue<Fields>
      title={`就问题 ${problem.number} 号发督办单`}
      okText="发督办单"
      draft={`notice ${problem.id}`}
      initialValues={{ kind: next, text: '', answerDueOn: daysAfter(todayInChina(), 7) }}
      onSave={(body) => issue.mutateAsync({ params: { problemId: problem.id }, body })}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(endpoints.issueNotice.body.shape, 'kind')} label="种类">
        <Radio.Group options={noticeKinds.map((value) => ({ value, label: noticeKindNames[value] }))} />
      </Form.Item>
      <Form.Item {...fieldOf(endpoints.issueNotice.body.shape, 'answerDueOn')} label="答复期限">
        <DateField min={todayInChina()} />
      </Form.Item>
      <Form.Item
        {...fieldOf(endpoints.issueNotice.body.shape, 'text')}
        label="内容"
        extra="不写的，按台账上的问题、时限和进展写。"
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} />
      </Form.Item>
    </FormDialogue>
  )
}
