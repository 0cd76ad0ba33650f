import { endpoints, MOST_PARTS, ProblemText } from '@duizhao/contract'
import { Button, Form, Input } from 'antd'
import { useChange } from '../../../platform/service/api.ts'
import { fieldOf, rulesOf } from '../../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import type { ActFormProps } from '../problem-slots.ts'

interface Fields {
  readonly texts: string[]
  readonly reason: string
}

/** Makes several problems of one. */
export function SplitForm({ problem, onClose }: ActFormProps) {
  const split = useChange(endpoints.splitProblem)
  return (
    <FormDialogue<Fields>
      title={`拆分问题 ${problem.number} 号`}
      okText="拆成几个问题"
      draft={`split ${problem.id}`}
      width={680}
      initialValues={{ texts: [problem.text, ''] }}
      onSave={(body) => split.mutateAsync({ params: { problemId: problem.id }, body })}
      onClose={onClose}
    >
      <p className="quiet">拆分后这一条不再统计，由下面的问题接着整改；这一页和经过都保留。</p>
      <Form.List name="texts">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <Form.Item key={key} name={name} rules={rulesOf(ProblemText)} required label={`问题 ${name + 1}`}>
                <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
              </Form.Item>
            ))}
            <div className="actions before-form">
              <Button onClick={() => add('')} disabled={fields.length >= MOST_PARTS}>
                再加一个
              </Button>
              {fields.length > 2 && <Button onClick={() => remove(fields.length - 1)}>删除最后一个</Button>}
            </div>
          </>
        )}
      </Form.List>
      <Form.Item {...fieldOf(endpoints.splitProblem.body.shape, 'reason')} label="理由">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </FormDialogue>
  )
}
