import { endpoints, problemActionNames } from '@duizhao/contract'
import { Checkbox, Form, Input } from 'antd'
import { useChange } from '../../../platform/service/api.ts'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import type { ActFormProps } from '../problem-slots.ts'

interface Fields {
  readonly reason: string
  readonly isWholeImport: boolean
}

/** Says whether what a list calls done is accepted as that, for one problem or for all of the import. */
export function ClosureForm({ problem, action, onClose }: ActFormProps) {
  const decide = useChange(endpoints.decideClosure)
  const isAccepted = action === 'acceptClosure'
  const { shape } = endpoints.decideClosure.body
  return (
    <FormDialogue<Fields>
      title={`问题 ${problem.number} 号：${problemActionNames[action]}`}
      okText={problemActionNames[action]}
      draft={`${action} ${problem.id}`}
      initialValues={{ isWholeImport: false }}
      onSave={(body) => decide.mutateAsync({ params: { problemId: problem.id }, body: { ...body, isAccepted } })}
      onClose={onClose}
    >
      <p className="quiet">
        {isAccepted
          ? '记为“导入时已销号”，单独统计，以后同样抽查回头看。'
          : '回到“整改中”，按正常的程序整改、申请销号。'}
      </p>
      <Form.Item {...fieldOf(shape, 'reason')} label={isAccepted ? '核对情况' : '理由'}>
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
      {problem.claimed > 1 && (
        <Form.Item {...fieldOf(shape, 'isWholeImport')} valuePropName="checked">
          <Checkbox>这次导入的 {problem.claimed} 个一并决定</Checkbox>
        </Form.Item>
      )}
    </FormDialogue>
  )
}
