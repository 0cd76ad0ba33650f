import { endpoints, type FeedbackItem, type FeedbackWords } from '@duizhao/contract'
import { Form, Input } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

const shapes = endpoints.correctFeedbackItem.body.shape

function ItemFields() {
  return (
    <>
      <Form.Item {...fieldOf(shapes, 'category')} label="大类" extra="反馈意见最上一层的标题；没有分的不写">
        <Input />
      </Form.Item>
      <Form.Item {...fieldOf(shapes, 'aspect')} label="方面">
        <Input />
      </Form.Item>
      <Form.Item {...fieldOf(shapes, 'text')} label="问题" extra="用反馈的原话">
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Form.Item>
    </>
  )
}

/** Writes down an item that was not read in a paper: said at the meeting, or handed over on a scan. */
export function AddItemForm({
  inspectionId,
  onClose,
}: {
  readonly inspectionId: string
  readonly onClose: () => void
}) {
  const enter = useChange(endpoints.enterFeedbackItems)
  return (
    <FormDialogue<FeedbackWords>
      title="补一条反馈的问题"
      okText="登记"
      draft={`feedback ${inspectionId}`}
      initialValues={{ category: '', aspect: '' }}
      onSave={(words) => enter.mutateAsync({ params: { inspectionId }, body: { items: [words] } })}
      onClose={onClose}
    >
      <ItemFields />
    </FormDialogue>
  )
}

export function CorrectItemForm({ item, onClose }: { readonly item: FeedbackItem; readonly onClose: () => void }) {
  const correct = useChange(endpoints.correctFeedbackItem)
  const { id, version, category, aspect, text } = item
  return (
    <FormDialogue<FeedbackWords>
      title="更正反馈的问题"
      okText="更正"
      draft={`feedback item ${id} ${version}`}
      initialValues={{ category, aspect, text }}
      onSave={(words) => correct.mutateAsync({ params: { itemId: id }, body: { ...words, version } })}
      onClose={onClose}
    >
      <p className="quiet">只改这里的写法；台账里的问题不跟着改。</p>
      <ItemFields />
    </FormDialogue>
  )
}
