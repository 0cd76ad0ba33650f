import { endpoints, problemActionNames } from '@duizhao/contract'
import { Form, Input } from 'antd'
import { useChange } from '../../../platform/service/api.ts'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import type { ActFormProps } from '../problem-slots.ts'

/** What the look-back at a closed problem found: it holds, or it has come back. */
export function LookBackForm({ problem, action, onClose }: ActFormProps) {
  const look = useChange(endpoints.lookBack)
  const isEffective = action === 'proveEffective'
  return (
    <FormDialogue<{ readonly found: string }>
      title={`回头看问题 ${problem.number} 号`}
      okText={problemActionNames[action]}
      draft={`${action} ${problem.id}`}
      initialValues={{}}
      onSave={({ found }) => look.mutateAsync({ params: { problemId: problem.id }, body: { isEffective, found } })}
      onClose={onClose}
    >
      <p className="quiet">
        {isEffective ? '认定整改有效，记入统计。' : '这个问题标为“已反弹”，同时登记一个新问题接着整改。'}
      </p>
      <Form.Item {...fieldOf(endpoints.lookBack.body.shape, 'found')} label="看到了什么">
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
    </FormDialogue>
  )
}
