import { endpoints, type RoundDetail } from '@duizhao/contract'
import { Form, Input } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

/** Gives a round up: what was answered is deleted unread. */
export function VoidForm({ round, onClose }: { readonly round: RoundDetail; readonly onClose: () => void }) {
  const giveUp = useChange(endpoints.voidRound)
  return (
    <FormDialogue<{ readonly reason: string }>
      title="作废这次征求意见"
      okText="作废"
      draft={`round-void-${round.id}`}
      initialValues={{}}
      onSave={({ reason }) =>
        giveUp.mutateAsync({ params: { roundId: round.id }, body: { reason, version: round.version } })
      }
      onClose={onClose}
    >
      <p>收到的意见不打开，全部删去，不能恢复；要征求的另办一次。</p>
      <Form.Item {...fieldOf(endpoints.voidRound.body.shape, 'reason')} label="作废理由">
        <Input.TextArea rows={2} />
      </Form.Item>
    </FormDialogue>
  )
}
