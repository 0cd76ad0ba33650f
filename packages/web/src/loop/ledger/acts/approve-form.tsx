import { endpoints, problemActionNames } from '@duizhao/contract'
import { Alert, Form, Input } from 'antd'
import { dateInChinese } from '../../../platform/archetypes/dates.ts'
import { useChange } from '../../../platform/service/api.ts'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import { ConditionList } from '../condition-list.tsx'
import { EvidenceBeside } from '../evidence-beside.tsx'
import './acts.css'
import type { ActFormProps } from '../problem-slots.ts'

/** Confirms a strike-off at one's level; at the last the problem is struck off. */
export function ApproveForm({ problem, action, onClose }: ActFormProps) {
  const approve = useChange(endpoints.approveStrikeOff)
  const { id, number, result, exception, conditions, hints, measures, evidence } = problem
  return (
    <FormDialogue<{ readonly opinion: string }>
      title={action === 'strikeOff' ? `核验问题 ${number} 号` : `确认问题 ${number} 号`}
      okText={problemActionNames[action]}
      draft={`approve ${id}`}
      initialValues={{}}
      onSave={(body) => approve.mutateAsync({ params: { problemId: id }, body })}
      onClose={onClose}
      width={1080}
    >
      <div className="deciding">
        <EvidenceBeside evidence={evidence} />
        <div>
          <p>整改成效：{result}</p>
          <ol className="deciding-measures" aria-label="整改措施">
            {measures.map(({ id: measureId, text, doneOn }) => (
              <li key={measureId}>
                {text}
                <span className="quiet">（{doneOn === null ? '没有完成' : `${dateInChinese(doneOn)}完成`}）</span>
              </li>
            ))}
          </ol>
          <ConditionList conditions={conditions} />
          {exception !== '' && (
            <Alert type="warning" className="before-form" title={`条件没有全部满足，申请人的理由：${exception}`} />
          )}
          {hints.length > 0 && <p>有 {hints.length} 条纸面整改提示，请先看一看。</p>}
          <Form.Item
            {...fieldOf(endpoints.approveStrikeOff.body.shape, 'opinion')}
            label={action === 'strikeOff' ? '核验意见' : '确认意见'}
          >
            <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} />
          </Form.Item>
        </div>
      </div>
    </FormDialogue>
  )
}
