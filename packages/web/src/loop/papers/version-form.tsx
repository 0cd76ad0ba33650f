import { endpoints, LARGEST_PAPER, type Paper } from '@duizhao/contract'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { FileField } from '../../platform/elements/file-field.tsx'
import { type Sending, SendingLine } from '../../platform/elements/sending-line.tsx'
import { queryClient, upload } from '../../platform/service/api.ts'

interface Fields {
  readonly files: readonly File[]
  readonly note: string
}

/** The next version of a paper. */
export function VersionForm({ paper, onClose }: { readonly paper: Paper; readonly onClose: () => void }) {
  const [sending, setSending] = useState<Sending | null>(null)
  const send = async ({ files: [file], note }: Fields): Promise<void> => {
    if (file === undefined) return
    try {
      const onShare = (share: number): void => setSending({ name: file.name, share })
      onShare(0)
      await upload(endpoints.addPaperVersion, { params: { paperId: paper.id }, query: { note }, file }, onShare)
    } finally {
      setSending(null)
      void queryClient.invalidateQueries()
    }
  }
  return (
    <FormDialogue<Fields>
      title={`《${paper.title}》的新的一版`}
      okText="交来这一版"
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
      <Form.Item {...fieldOf(endpoints.addPaperVersion.query, 'note')} label="这一版改了什么（可以不写）">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <SendingLine sending={sending} />
    </FormDialogue>
  )
}
