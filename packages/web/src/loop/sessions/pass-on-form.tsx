import { endpoints, type MeetingSession } from '@duizhao/contract'
import { App, Form, Input } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'
import type { SessionKey } from './use-outbox.ts'
import type { ShownRemark } from './with-waiting.ts'

interface PassOnFormProps {
  readonly sessionKey: SessionKey
  readonly session: MeetingSession
  readonly remark: ShownRemark
  readonly onClose: () => void
}

/** Somebody absent was told what was said of him. */
export function PassOnForm({ sessionKey, session, remark: { about }, onClose }: PassOnFormProps) {
  const { message } = App.useApp()
  const tell = useChange(endpoints.passRemarksOn)
  const { shape } = endpoints.passRemarksOn.body
  return (
    <FormDialogue<{ on: string; note: string }>
      said={null}
      title={`已向${about.name}转告批评意见`}
      okText="记下已转告"
      draft={null}
      initialValues={{ on: todayInChina(), note: '' }}
      onSave={async (fields) => {
        await tell.mutateAsync({ params: sessionKey, body: { ...fields, personId: about.id } })
        void message.success(`对${about.name}的意见都记为已转告。`)
      }}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(shape, 'on')} label="转告日期">
        <DateField {...(session.onDay === null ? {} : { min: session.onDay })} max={todayInChina()} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'note')} label="怎样转告的">
        <Input placeholder="当面、书面" />
      </Form.Item>
    </FormDialogue>
  )
}
