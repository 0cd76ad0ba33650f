import { Form, Input } from 'antd'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'

/** The longest name that still is a word in a line. */
const LONGEST_NAME = 20

interface NameViewFormProps {
  readonly taken: readonly string[]
  readonly onName: (name: string) => void
  readonly onClose: () => void
}

/** Saves what the ledger is narrowed to under a name. */
export function NameViewForm({ taken, onName, onClose }: NameViewFormProps) {
  const [form] = Form.useForm<{ readonly name: string }>()
  const name = Form.useWatch('name', form)?.trim() ?? ''
  return (
    <FormDialogue<{ readonly name: string }>
      title="把现在的筛选存为视图"
      okText="存为视图"
      form={form}
      draft="view"
      initialValues={{ name: '' }}
      onSave={(given) => Promise.resolve(onName(given.name.trim()))}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label="名称"
        rules={[{ required: true, whitespace: true, message: '请给视图起个名称' }]}
        extra={
          taken.includes(name) ? '已有这个名称，会换成现在的筛选。' : '存在这台电脑的浏览器里。要发给别人，请复制链接。'
        }
      >
        <Input autoFocus maxLength={LONGEST_NAME} />
      </Form.Item>
    </FormDialogue>
  )
}
