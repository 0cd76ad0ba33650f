import { endpoints, LARGEST_EVIDENCE } from '@duizhao/contract'
import { Form, Input } from 'antd'
import { DateField } from '../../../platform/archetypes/date-field.tsx'
import { todayInChina } from '../../../platform/archetypes/dates.ts'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import { FileField } from '../../../platform/elements/file-field.tsx'
import { useSending } from '../../../platform/elements/use-sending.tsx'
import { upload } from '../../../platform/service/api.ts'
import type { ActFormProps } from '../problem-slots.ts'

interface Fields {
  readonly files: readonly File[]
  readonly authority: string
  readonly signedBy: string
  readonly datedOn: string
}

/** Files what the superior signed, where nobody here may approve. */
export function PaperForm({ problem, onClose }: ActFormProps) {
  const { sendEach, line } = useSending()
  const { query: schema } = endpoints.filePaper
  const send = ({ files, ...query }: Fields): Promise<void> =>
    sendEach(files, (file, onShare) =>
      upload(endpoints.filePaper, { params: { problemId: problem.id }, query, file }, onShare),
    )
  return (
    <FormDialogue<Fields>
      title={`问题 ${problem.number} 号：登记上级书面核验`}
      okText="登记上级书面核验"
      // Files cannot be kept.
      draft={null}
      initialValues={{ files: [], datedOn: todayInChina() }}
      onSave={send}
      onClose={onClose}
    >
      <p className="quiet">
        本单位能审批的人都经手过，这里也没有上级的人能审批，所以由上级签字核验。登记以后，要由另一个人和原件核对、确认，才算数：上级有人在这里的，由上级的人确认。这样销号的单独统计。
      </p>
      <Form.Item {...fieldOf(schema, 'authority')} label="核验的上级单位">
        <Input autoFocus />
      </Form.Item>
      <Form.Item {...fieldOf(schema, 'signedBy')} label="签字的人">
        <Input />
      </Form.Item>
      <Form.Item {...fieldOf(schema, 'datedOn')} label="签字的日期">
        <DateField max={todayInChina()} />
      </Form.Item>
      <Form.Item
        name="files"
        label="签字的原件"
        rules={[{ required: true, type: 'array', len: 1, message: '请选一个文件或拍一张照' }]}
        extra={`扫描件或照片，一个文件，不超过 ${LARGEST_EVIDENCE / 1024 / 1024} MB。涉密材料不得上传。`}
      >
        <FileField largest={LARGEST_EVIDENCE} />
      </Form.Item>
      {line}
    </FormDialogue>
  )
}
