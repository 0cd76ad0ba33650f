import { type BodyDutyYear, endpoints } from '@duizhao/contract'
import { Form } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

interface KeepingFormProps {
  readonly organisation: BodyDutyYear['organisation']
  readonly keeping: BodyDutyYear['keeping']
  readonly onClose: () => void
}

/** Since when a body keeps records here. */
export function KeepingForm({ organisation, keeping, onClose }: KeepingFormProps) {
  const set = useChange(endpoints.setRecordKeeping)
  return (
    <FormDialogue<{ readonly fromOn: string }>
      title={`${organisation.name}开始在这里记录的日期`}
      okText="从这一天起"
      draft={null}
      initialValues={keeping === null ? {} : { fromOn: keeping.fromOn }}
      onSave={({ fromOn }) =>
        set.mutateAsync({
          params: { organisationId: organisation.id },
          body: { fromOn, version: keeping?.version ?? null },
        })
      }
      onClose={onClose}
    >
      <Form.Item
        {...fieldOf(endpoints.setRecordKeeping.body.shape, 'fromOn')}
        label="日期"
        extra="这一天以后的各期，没有记录就算缺；这一天以前的不知道。"
      >
        <DateField max={todayInChina()} />
      </Form.Item>
    </FormDialogue>
  )
}
