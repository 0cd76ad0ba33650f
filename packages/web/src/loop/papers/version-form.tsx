import { endpoints, LARGEST_PAPER, type Paper } from '@duizhao/contract'
import { Form, Input } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { FileField } from '../../platform/elements/file-field.tsx'
import { useSending } from '../../platform/elements/use-sending.tsx'
import { upload } from '../../platform/service/api.ts'

interface Fields {
  readonly files: readonly File[]
  readonly note: string
}

/** The next version of a paper. */
export function VersionForm({ paper, onClose }: { readonly paper: Paper; readonly onClose: () => void }) {
  const { sendEach, line } = useSending()
  const send = ({ files, note }: Fields): Promise<void> =>
    sendEach(files, (file, onShare) =>
      upload(endpoints.addPaperVersion, { params: { paperId: paper.id }, query: { note }, file }, onShare),
    )
  return (
    <FormDialogue<Fields>
      title={`《${paper.title}》的新的一版`}
      okText="提交这一版"
      draft={null}
      initialValues={{ files: [], note: '' }}
      onSave={send}
      onClose={onClose}
    >
      <Form.Item
        name="files"
        label="文件"
        rules={[{ required: true, type: 'array', len: 1, message: '请选一个文件' }]}
        extra="以前各版都留着。"
      >
        <FileField largest={LARGEST_PAPER} />
      </Form.Item>
      <Form.Item {...fieldOf(endpoints.addPaperVersion.query, 'note')} label="修改说明（可以不写）">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      {line}
    </FormDialogue>
  )
}
