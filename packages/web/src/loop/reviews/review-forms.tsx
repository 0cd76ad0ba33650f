import { endpoints, type ReviewMarks } from '@duizhao/contract'
import { shortened } from '@duizhao/engine/wording'
import type { PageSpan } from '@duizhao/view'
import { Form, Input } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { request } from '../../platform/service/api.ts'
import type { MarkedNote } from './marked-document.ts'

const MOST_WORDS = 60

interface MarkFormProps {
  readonly versionId: string
  readonly onMarks: (marks: ReviewMarks) => void
  readonly onClose: () => void
}

const [, Dismissal] = endpoints.judgeFinding.body.options

/** Says why a finding is not followed. */
export function DismissForm({ versionId, note, onMarks, onClose }: MarkFormProps & { readonly note: MarkedNote }) {
  return (
    <FormDialogue<{ readonly reason: string }>
      title={`不采纳：${shortened(note.message, MOST_WORDS)}`}
      okText="不采纳"
      said={null}
      draft={`dismiss ${versionId} ${note.key}`}
      initialValues={{}}
      onSave={async ({ reason }) =>
        onMarks(
          await request(endpoints.judgeFinding, {
            params: { versionId, key: note.key },
            body: { verdict: 'dismissed', reason },
          }),
        )
      }
      onClose={onClose}
    >
      <Form.Item {...fieldOf(Dismissal.shape, 'reason')} label="不采纳的理由">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialogue>
  )
}

interface RemarkFormProps extends MarkFormProps {
  readonly span: PageSpan
  readonly words: string
}

/** Says something of a passage, in one's own words. */
export function RemarkForm({ versionId, span, words, onMarks, onClose }: RemarkFormProps) {
  return (
    <FormDialogue<{ readonly text: string }>
      title={`对“${shortened(words, MOST_WORDS)}”提意见`}
      okText="提意见"
      said={null}
      draft={`remark ${versionId} ${span.start} ${span.end}`}
      initialValues={{}}
      onSave={async ({ text }) =>
        onMarks(await request(endpoints.remarkOnPaper, { params: { versionId }, body: { ...span, text } }))
      }
      onClose={onClose}
    >
      <Form.Item {...fieldOf(endpoints.remarkOnPaper.body.shape, 'text')} label="修改意见">
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
    </FormDialogue>
  )
}
