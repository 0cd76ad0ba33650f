import { endpoints, type Evidence } from '@duizhao/contract'
import { Form, Input } from 'antd'
import { useChange } from '../../../platform/service/api.ts'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'

interface EvidenceRemovalFormProps {
  readonly evidence: Evidence
  readonly onClose: () => void
}

/** Takes a file of evidence back; it stays in the timeline. */
export function EvidenceRemovalForm({ evidence, onClose }: EvidenceRemovalFormProps) {
  const remove = useChange(endpoints.removeEvidence)
  return (
    <FormDialogue<{ readonly reason: string }>
      title={`撤下“${evidence.name}”`}
      okText="撤下佐证材料"
      draft={`remove ${evidence.id}`}
      initialValues={{}}
      onSave={(body) => remove.mutateAsync({ params: { evidenceId: evidence.id }, body })}
      onClose={onClose}
    >
      <p className="quiet">撤下的文件不再算作佐证材料，经过里仍有记录。</p>
      <Form.Item {...fieldOf(endpoints.removeEvidence.body.shape, 'reason')} label="理由">
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialogue>
  )
}
