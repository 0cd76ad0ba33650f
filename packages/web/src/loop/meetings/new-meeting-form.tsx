import {
  endpoints,
  type MeetingKind,
  meetingKindNames,
  meetingKinds,
  type MeetingTrigger,
  meetingTriggerNames,
  meetingTriggers,
} from '@duizhao/contract'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, InputNumber, Select } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { thisYear } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { useChange } from '../../platform/service/api.ts'

interface Fields {
  readonly organisationId: string
  readonly kind: MeetingKind
  readonly cycleYear: number
  readonly name: string
  readonly theme: string
  readonly trigger?: MeetingTrigger | null
  readonly triggerOn: string | null
  readonly plannedOn: string | null
}

const shape = endpoints.createMeeting.body.shape

/** A meeting a body holds by itself: a special one, or that of a year without a campaign. */
export function NewMeetingForm({
  organisationId,
  onClose,
}: {
  readonly organisationId: string
  readonly onClose: () => void
}) {
  const create = useChange(endpoints.createMeeting)
  const navigate = useNavigate()
  const save = async ({ organisationId: id, trigger = null, ...body }: Fields): Promise<void> => {
    const made = await create.mutateAsync({ params: { organisationId: id }, body: { ...body, trigger } })
    void navigate({ to: '/meetings/$meetingId', params: { meetingId: made.id } })
  }
  return (
    <FormDialogue<Fields>
      title="另开一次会议"
      okText="另开"
      draft="meeting"
      width={640}
      initialValues={{
        ...{ organisationId, kind: 'inspection_rectification', cycleYear: thisYear(), theme: '' },
        ...{ trigger: null, triggerOn: null, plannedOn: null },
      }}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(endpoints.createMeeting.params, 'organisationId')} label="组织">
        <OrganisationSelect />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'name')} label="名称">
        <Input placeholder="如：巡察整改专题民主生活会" />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'theme')} label="主题">
        <Input />
      </Form.Item>
      <div className="pair">
        <Form.Item {...fieldOf(shape, 'kind')} label="会议种类">
          <Select options={meetingKinds.map((value) => ({ value, label: meetingKindNames[value] }))} />
        </Form.Item>
        <Form.Item {...fieldOf(shape, 'cycleYear')} label="年度">
          <InputNumber min={2012} max={2100} />
        </Form.Item>
        <Form.Item {...fieldOf(shape, 'trigger')} label="因何而开" extra="按年度开的不选">
          <Select allowClear options={meetingTriggers.map((value) => ({ value, label: meetingTriggerNames[value] }))} />
        </Form.Item>
        <Form.Item {...fieldOf(shape, 'triggerOn')} label="反馈（事件）日期">
          <DateField />
        </Form.Item>
        <Form.Item {...fieldOf(shape, 'plannedOn')} label="拟召开日期">
          <DateField />
        </Form.Item>
      </div>
    </FormDialogue>
  )
}
