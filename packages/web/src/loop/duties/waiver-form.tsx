import { type DutyLine, type DutyOccurrence, endpoints, periodInWords, waiverStates } from '@duizhao/contract'
import { Form, Input, Radio } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

interface WaiverFormProps {
  readonly line: DutyLine
  readonly occurrence: DutyOccurrence
  readonly onClose: () => void
}

interface Fields {
  readonly state: (typeof waiverStates)[number]
  readonly reason: string
}

const stateWords = { not_applicable: '不适用：这里本来就没有这件事', waived: '免做：这一期不必做' } as const

/** Says that one time does not apply or need not be done; the superior sees the reason. */
export function WaiverForm({ line, occurrence, onClose }: WaiverFormProps) {
  const waive = useChange(endpoints.waiveDuty)
  const { duty, organisation, person } = line
  return (
    <FormDialogue<Fields>
      title={`${duty.name}，${periodInWords(occurrence.period)}`}
      okText="写上原因"
      draft={`waiver-${duty.id}-${occurrence.period}`}
      initialValues={{ state: 'not_applicable' }}
      onSave={(fields) =>
        waive.mutateAsync({
          params: { organisationId: organisation.id },
          body: { dutyId: duty.id, personId: person?.id ?? null, period: occurrence.period, ...fields },
        })
      }
      onClose={onClose}
    >
      <Form.Item {...fieldOf(endpoints.waiveDuty.body.shape, 'state')} label="种类">
        <Radio.Group options={waiverStates.map((value) => ({ value, label: stateWords[value] }))} />
      </Form.Item>
      <Form.Item {...fieldOf(endpoints.waiveDuty.body.shape, 'reason')} label="原因" extra="上级看得见。">
        <Input.TextArea rows={3} />
      </Form.Item>
    </FormDialogue>
  )
}

interface TakeBackFormProps {
  readonly waiver: NonNullable<DutyOccurrence['waiver']>
  readonly name: string
  readonly onClose: () => void
}

/** Takes a waiver back: the time is owed again. */
export function TakeBackForm({ waiver, name, onClose }: TakeBackFormProps) {
  const takeBack = useChange(endpoints.takeBackWaiver)
  return (
    <FormDialogue<{ readonly reason: string }>
      title={`收回“${waiver.reason}”`}
      okText="收回"
      draft={`waiver-back-${waiver.id}`}
      initialValues={{}}
      onSave={(body) => takeBack.mutateAsync({ params: { waiverId: waiver.id }, body })}
      onClose={onClose}
    >
      <p>收回以后，“{name}”这一期仍应当做。</p>
      <Form.Item {...fieldOf(endpoints.takeBackWaiver.body.shape, 'reason')} label="收回原因">
        <Input />
      </Form.Item>
    </FormDialogue>
  )
}
