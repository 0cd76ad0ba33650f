import { endpoints, problemActionNames, Reason } from '@duizhao/contract'
import { Form, Input } from 'antd'
import { dateInChinese, todayInChina } from '../../../platform/archetypes/dates.ts'
import { useChange } from '../../../platform/service/api.ts'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import type { ActFormProps } from '../problem-slots.ts'

interface Fields {
  readonly found: string
  readonly early?: string
}

/** What the look-back at a closed problem found: it holds, or it has come back. */
export function LookBackForm({ problem, action, onClose }: ActFormProps) {
  const look = useChange(endpoints.lookBack)
  const isEffective = action === 'proveEffective'
  const isEarly = isEffective && problem.lookBackOn !== null && todayInChina() < problem.lookBackOn
  return (
    <FormDialogue<Fields>
      title={`回头看问题 ${problem.number} 号`}
      okText={problemActionNames[action]}
      draft={`${action} ${problem.id}`}
      initialValues={{}}
      onSave={(body) => look.mutateAsync({ params: { problemId: problem.id }, body: { isEffective, ...body } })}
      onClose={onClose}
    >
      <p className="quiet">
        {isEffective ? '认定整改有效，记入统计。' : '这个问题标为“已反弹”，同时登记一个新问题接着整改。'}
      </p>
      <Form.Item {...fieldOf(endpoints.lookBack.body.shape, 'found')} label="检查情况">
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
      {isEarly && (
        <Form.Item
          {...fieldOf({ early: Reason }, 'early')}
          label="提前认定的理由"
          extra={`回头看的日期是 ${dateInChinese(problem.lookBackOn ?? '')}，还没有到。`}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      )}
    </FormDialogue>
  )
}
