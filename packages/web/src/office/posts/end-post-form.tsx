import { endpoints, type Post, postCaption } from '@duizhao/contract'
import { App, Form } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { dateInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

/** The last day of a post. */
export function EndPostForm({ post, onClose }: { readonly post: Post; readonly onClose: () => void }) {
  const { message } = App.useApp()
  const end = useChange(endpoints.endPost)
  const save = async ({ toOn }: { readonly toOn: string }): Promise<void> => {
    await end.mutateAsync({ params: { postId: post.id }, body: { toOn, version: post.version } })
    void message.success(`已免去，${post.person.name}任职到${dateInChinese(toOn)}为止。`)
  }
  return (
    <FormDialogue<{ readonly toOn: string }>
      title={`免去${post.person.name}的${postCaption(post)}`}
      okText="免去职务"
      draft={null}
      initialValues={{ toOn: todayInChina() }}
      onSave={save}
      said={null}
      onClose={onClose}
    >
      <Form.Item
        {...fieldOf(endpoints.endPost.body.shape, 'toOn')}
        label="任职的最后一天"
        extra={`从${dateInChinese(post.fromOn)}起任职；以前的记录仍按当时的任职算`}
      >
        <DateField min={post.fromOn} />
      </Form.Item>
    </FormDialogue>
  )
}
