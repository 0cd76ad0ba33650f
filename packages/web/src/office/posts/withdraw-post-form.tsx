import { endpoints, type Post, postCaption } from '@duizhao/contract'
import { App, Form, Input } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

/** Takes back a post that was entered by mistake, with the reason. */
export function WithdrawPostForm({ post, onClose }: { readonly post: Post; readonly onClose: () => void }) {
  const { message } = App.useApp()
  const withdraw = useChange(endpoints.withdrawPost)
  const save = async ({ reason }: { readonly reason: string }): Promise<void> => {
    await withdraw.mutateAsync({ params: { postId: post.id }, body: { reason, version: post.version } })
    void message.success('已撤回。录对的任职请重新登记。')
  }
  return (
    <FormDialogue<{ readonly reason: string }>
      title={`撤回${post.person.name}的${postCaption(post)}`}
      okText="撤回"
      draft={`withdraw post ${post.id}`}
      initialValues={{}}
      onSave={save}
      said={null}
      onClose={onClose}
    >
      <p>只用于录错的任职：撤回的不算任过职，原因留在历任里。不再担任的请用“免去”。</p>
      <Form.Item {...fieldOf(endpoints.withdrawPost.body.shape, 'reason')} label="撤回原因">
        <Input.TextArea rows={2} />
      </Form.Item>
    </FormDialogue>
  )
}
