import { endpoints, LARGEST_PAPER } from '@duizhao/contract'
import { App, Form } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { FileField } from '../../platform/elements/file-field.tsx'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { useSending } from '../../platform/elements/use-sending.tsx'
import { upload } from '../../platform/service/api.ts'

interface Fields {
  readonly organisationId: string
  readonly files: readonly File[]
}

/** Hands in papers, each file a paper of its own; what they are is read from them. */
export function HandInForm({
  organisationId,
  onClose,
}: {
  readonly organisationId: string
  readonly onClose: () => void
}) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const navigate = useNavigate()
  const { sendEach, line } = useSending()
  const send = async ({ organisationId: id, files }: Fields): Promise<void> => {
    let last = ''
    await sendEach(files, async (file, onShare) => {
      const { paper } = await upload(endpoints.createPaper, { params: { organisationId: id }, file }, onShare)
      last = paper.id
      // What has arrived is not sent again if a later one is refused.
      form.setFieldValue('files', files.slice(files.indexOf(file) + 1))
    })
    void message.success(files.length === 1 ? '已提交。请核对读出的标题、种类和问题。' : `已收下 ${files.length} 份。`)
    if (files.length === 1) void navigate({ to: '/papers/$paperId', params: { paperId: last } })
  }
  return (
    <FormDialogue<Fields>
      said={null}
      title="提交文稿"
      okText="提交"
      form={form}
      // Files cannot be kept.
      draft={null}
      initialValues={{ files: [], ...(organisationId === '' ? {} : { organisationId }) }}
      onSave={send}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(endpoints.createPaper.params, 'organisationId')} label="单位">
        <OrganisationSelect />
      </Form.Item>
      <Form.Item
        name="files"
        label="文件"
        rules={[{ required: true, type: 'array', message: '请选文件' }]}
        extra={`每个文件是一份文稿，不超过 ${LARGEST_PAPER / 1024 / 1024} MB。涉密材料不得上传。`}
      >
        <FileField largest={LARGEST_PAPER} />
      </Form.Item>
      {line}
    </FormDialogue>
  )
}
