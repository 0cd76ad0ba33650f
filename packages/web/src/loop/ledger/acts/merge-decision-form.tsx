import { endpoints, problemActionNames } from '@duizhao/contract'
import { Form, Input } from 'antd'
import { useChange } from '../../../platform/service/api.ts'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import './acts.css'
import type { ActFormProps } from '../problem-slots.ts'

/** Agrees that a problem becomes part of another, as somebody else asked, or does not. */
export function MergeDecisionForm({ problem, action, onClose }: ActFormProps) {
  const decide = useChange(endpoints.decideMerge)
  const { id, number, pendingMerge } = problem
  return (
    <FormDialogue<{ readonly reason: string }>
      title={`问题 ${number} 号：${problemActionNames[action]}`}
      okText={problemActionNames[action]}
      draft={`${action} ${id}`}
      initialValues={{}}
      onSave={(body) =>
        decide.mutateAsync({ params: { problemId: id }, body: { ...body, isAccepted: action === 'merge' } })
      }
      onClose={onClose}
    >
      {pendingMerge !== null && (
        <>
          <p>
            {pendingMerge.by}申请并入问题 {pendingMerge.number} 号，理由：{pendingMerge.reason}
          </p>
          <div className="both">
            {[
              { of: number, text: problem.text },
              { of: pendingMerge.number, text: pendingMerge.text ?? '这个问题在看不到的单位。' },
            ].map(({ of, text }) => (
              <div key={of}>
                <span className="quiet">问题 {of} 号</span>
                <br />
                {text}
              </div>
            ))}
          </div>
          <p className="quiet">并入后这一条不再统计，由那个问题接着整改。</p>
        </>
      )}
      <Form.Item {...fieldOf(endpoints.decideMerge.body.shape, 'reason')} label="理由">
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </FormDialogue>
  )
}
