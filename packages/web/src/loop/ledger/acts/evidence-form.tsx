import {
  type CitedThing,
  citedThingNames,
  citedThings,
  endpoints,
  type EvidenceKind,
  evidenceKindNames,
  evidenceKinds,
  LARGEST_EVIDENCE,
} from '@duizhao/contract'
import { Form, Radio, Select } from 'antd'
import { DateField } from '../../../platform/archetypes/date-field.tsx'
import { todayInChina } from '../../../platform/archetypes/dates.ts'
import { upload, useChange } from '../../../platform/service/api.ts'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import { FileField } from '../../../platform/elements/file-field.tsx'
import { useSending } from '../../../platform/elements/use-sending.tsx'
import type { ActFormProps } from '../problem-slots.ts'
import { CitedField } from './cited-field.tsx'

interface Fields {
  readonly of: 'file' | CitedThing
  readonly files: readonly File[]
  readonly id?: string
  readonly kind: EvidenceKind
  readonly datedOn: string
  readonly measureId?: string
}

const OF = [{ value: 'file', label: '文件' }, ...citedThings.map((value) => ({ value, label: citedThingNames[value] }))]

/** What shows what was done: files, chosen on a desk or photographed on a phone, or what is in the house already. */
export function EvidenceForm({ problem, onClose }: ActFormProps) {
  const [form] = Form.useForm<Fields>()
  const { sendEach, line } = useSending()
  const of = Form.useWatch('of', form) ?? 'file'
  const cite = useChange(endpoints.citeEvidence)
  const params = { problemId: problem.id }
  const send = async (fields: Fields): Promise<void> => {
    const { id = '', kind, measureId = null } = fields
    if (fields.of === 'file') await sendFiles(fields)
    else await cite.mutateAsync({ params, body: { of: fields.of, id, kind, measureId } })
  }
  const sendFiles = ({ files, kind, datedOn, measureId }: Fields): Promise<void> =>
    sendEach(files, async (file, onShare) => {
      const query = { kind, datedOn, measureId }
      await upload(endpoints.addEvidence, { params, query, file }, onShare)
      // What has arrived is not sent again if a later one is refused.
      form.setFieldValue('files', files.slice(files.indexOf(file) + 1))
    })
  return (
    <FormDialogue<Fields>
      title={`给问题 ${problem.number} 号上传佐证材料`}
      okText={of === 'file' ? '上传佐证材料' : '作为佐证材料'}
      form={form}
      // Files cannot be kept.
      draft={null}
      initialValues={{ of: 'file', files: [], kind: 'other', datedOn: todayInChina() }}
      onSave={send}
      onClose={onClose}
    >
      <Form.Item name="of" label="佐证形式">
        <Radio.Group options={OF} onChange={() => form.resetFields(['id', 'kind'])} />
      </Form.Item>
      {of === 'file' ? (
        <Form.Item
          name="files"
          label="文件"
          rules={[{ required: true, type: 'array', min: 1, message: '请选文件或拍照' }]}
          extra={`每个不超过 ${LARGEST_EVIDENCE / 1024 / 1024} MB。涉密材料不得上传。`}
        >
          <FileField
            largest={LARGEST_EVIDENCE}
            onPhoto={() => {
              if (form.getFieldValue('kind') === 'other') form.setFieldValue('kind', 'photo')
            }}
          />
        </Form.Item>
      ) : (
        <CitedField key={of} problemId={problem.id} of={of} />
      )}
      <Form.Item {...fieldOf(endpoints.addEvidence.query, 'kind')} label="种类">
        <Select options={evidenceKinds.map((value) => ({ value, label: evidenceKindNames[value] }))} />
      </Form.Item>
      {of === 'file' && (
        <Form.Item {...fieldOf(endpoints.addEvidence.query, 'datedOn')} label="材料形成的日期">
          <DateField max={todayInChina()} />
        </Form.Item>
      )}
      {problem.measures.length > 0 && (
        <Form.Item
          {...fieldOf(endpoints.addEvidence.query, 'measureId')}
          label="证明哪条措施"
          extra="不选的，算作整个问题的。"
        >
          <Select
            allowClear
            options={problem.measures.map(({ id, text }, at) => ({ value: id, label: `${at + 1}. ${text}` }))}
          />
        </Form.Item>
      )}
      {line}
    </FormDialogue>
  )
}
