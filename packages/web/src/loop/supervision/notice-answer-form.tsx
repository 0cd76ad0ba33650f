import { endpoints, noticeKindNames, type ProblemDetail } from '@duizhao/contract'
import { Alert, Form, Input, Select } from 'antd'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { sentenceOf, useChange } from '../../platform/service/api.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'

interface NoticeAnswerFormProps {
  readonly problem: ProblemDetail
  readonly onClose: () => void
}

interface Fields {
  readonly noticeId: string
  readonly answer: string
}

/** Answers a written demand: how far it is, and what comes next. */
export function NoticeAnswerForm({ problem, onClose }: NoticeAnswerFormProps) {
  const reply = useChange(endpoints.answerNotice)
  const { rows, error } = usePages(endpoints.listNotices, { query: { problemId: problem.id, isOpen: true } })
  if (rows === undefined && !error) return null
  const open = rows ?? []
  const [first] = open
  return (
    <FormDialogue<Fields>
      title={`答复问题 ${problem.number} 号的督办单`}
      okText="答复督办单"
      draft={`answer ${problem.id}`}
      initialValues={first === undefined ? {} : { noticeId: first.id }}
      onSave={({ noticeId, answer }) => reply.mutateAsync({ params: { noticeId }, body: { answer } })}
      onClose={onClose}
    >
      {Boolean(error) && <Alert type="error" role="alert" title={sentenceOf(error)} className="before-form" />}
      <Form.Item {...fieldOf(endpoints.answerNotice.params, 'noticeId')} label="督办单">
        <Select
          options={open.map(({ id, kind, number, answerDueOn }) => ({
            value: id,
            label: `${noticeKindNames[kind]} ${number}，${dateInChinese(answerDueOn)}以前答复`,
          }))}
        />
      </Form.Item>
      <Form.Item {...fieldOf(endpoints.answerNotice.body.shape, 'answer')} label="整改情况和下一步">
        <Input.TextArea autoFocus autoSize={{ minRows: 4, maxRows: 14 }} />
      </Form.Item>
    </FormDialogue>
  )
}
