import { endpoints, type FeedbackItem, type Inspection } from '@duizhao/contract'
import { shortened } from '@duizhao/engine/wording'
import { Checkbox, Form, Input } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

const MOST_WORDS = 60

interface ClaimProps {
  readonly inspection: Inspection
  readonly items: readonly FeedbackItem[]
  readonly onClose: () => void
}

/** Claims items in one's own name, as many as one chooses. */
export function ClaimForm({ inspection, items, onClose }: ClaimProps) {
  const claim = useChange(endpoints.claimFeedbackItems)
  const { shape } = endpoints.claimFeedbackItems.body
  const left = items.filter(({ claims }) => !claims.some(({ isOwn }) => isOwn))
  return (
    <FormDialogue<{ readonly itemIds: string[]; readonly claimedOn: string }>
      title="认领反馈的问题"
      okText="认领"
      draft={null}
      width={720}
      initialValues={{ itemIds: [], claimedOn: todayInChina() }}
      onSave={(body) => claim.mutateAsync({ params: { inspectionId: inspection.id }, body })}
      onClose={onClose}
    >
      <p className="quiet">认领是本人对号入座，记在自己名下；认错了可以写明理由收回。</p>
      <Form.Item {...fieldOf(shape, 'itemIds')} label="认领的问题">
        <Checkbox.Group className="feedback-choices">
          {left.map(({ id, ordinal, text, claims }) => (
            <Checkbox key={id} value={id}>
              {ordinal}. {shortened(text, MOST_WORDS)}
              <span className="quiet">
                {claims.length === 0
                  ? '（没有人认领）'
                  : `（${claims.map(({ person }) => person.name).join('、')}已认领）`}
              </span>
            </Checkbox>
          ))}
        </Checkbox.Group>
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'claimedOn')} label="认领日期">
        <DateField min={inspection.fedBackOn} max={todayInChina()} />
      </Form.Item>
    </FormDialogue>
  )
}

interface TakeBackProps {
  readonly item: FeedbackItem
  readonly claimId: string
  readonly onClose: () => void
}

/** Takes one's own claim back. */
export function TakeClaimBackForm({ item, claimId, onClose }: TakeBackProps) {
  const withdraw = useChange(endpoints.withdrawFeedbackClaim)
  return (
    <FormDialogue<{ readonly reason: string }>
      title="收回认领"
      okText="收回认领"
      draft={`feedback claim ${claimId}`}
      initialValues={{}}
      onSave={(body) => withdraw.mutateAsync({ params: { claimId }, body })}
      onClose={onClose}
    >
      <p>
        第 {item.ordinal} 条：{item.text}
      </p>
      <Form.Item {...fieldOf(endpoints.withdrawFeedbackClaim.body.shape, 'reason')} label="收回的理由">
        <Input.TextArea rows={2} />
      </Form.Item>
    </FormDialogue>
  )
}
