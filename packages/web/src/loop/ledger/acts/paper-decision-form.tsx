import { endpoints, problemActionNames } from '@duizhao/contract'
import { Form, Input } from 'antd'
import { dateInChinese } from '../../../platform/archetypes/dates.ts'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { DownloadButton } from '../../../platform/archetypes/download-button.tsx'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import { request, useChange } from '../../../platform/service/api.ts'
import type { ActFormProps } from '../problem-slots.ts'

/** Confirms what the superior signed, as another than who filed it compared it with the original; or does not. */
export function PaperDecisionForm({ problem, action, onClose }: ActFormProps) {
  const decide = useChange(endpoints.decidePaper)
  const { id, number, paper } = problem
  const isAccepted = action !== 'refusePaper'
  return (
    <FormDialogue<{ readonly opinion: string }>
      title={`问题 ${number} 号：${problemActionNames[action]}`}
      okText={problemActionNames[action]}
      draft={`${action} ${id}`}
      initialValues={{}}
      onSave={(body) => decide.mutateAsync({ params: { problemId: id }, body: { ...body, isAccepted } })}
      onClose={onClose}
    >
      {paper !== null && (
        <p>
          {paper.by}登记：{paper.authority}，{paper.signedBy}签字，{dateInChinese(paper.datedOn)}，“{paper.name}”。
          {isAccepted && '请先打开它，和原件核对。'}
        </p>
      )}
      {paper !== null && (
        <p>
          <DownloadButton
            name={paper.name}
            label={`下载：${paper.name}`}
            fetchFile={() => request(endpoints.readEvidence, { params: { evidenceId: paper.evidenceId } })}
          >
            打开登记的原件
          </DownloadButton>
        </p>
      )}
      <Form.Item
        {...fieldOf(endpoints.decidePaper.body.shape, 'opinion')}
        label={isAccepted ? '核对情况' : '不确认的理由'}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
    </FormDialogue>
  )
}
