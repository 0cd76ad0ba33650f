import { endpoints, type WorkRecordDetail } from '@duizhao/contract'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, App, Checkbox, Form } from 'antd'
import { useState } from 'react'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'
import { useSession } from '../../platform/service/session.ts'
import { RecordFieldInputs } from './record-field-inputs.tsx'
import { type AskedRecord, bodyOf, type RecordValues, valuesAsked, valuesOf } from './record-values.ts'
import { sameRecordOf } from './same-record.ts'

interface NewRecordFormProps {
  readonly organisationId: string
  readonly isOwnTalk: boolean
  readonly asked?: AskedRecord | undefined
  readonly onClose: () => void
}

/** Something a body has done, on one screen. */
export function NewRecordForm({ organisationId, isOwnTalk, asked, onClose }: NewRecordFormProps) {
  const { message } = App.useApp()
  const navigate = useNavigate()
  const session = useSession()
  const create = useChange(endpoints.createRecord)
  const [same, setSame] = useState<ReturnType<typeof sameRecordOf>>(null)
  const save = async ({ isDraft, ...values }: RecordValues): Promise<void> => {
    setSame(null)
    try {
      const { id, name } = await create.mutateAsync({
        params: { organisationId },
        body: { ...bodyOf(values), state: isDraft === true ? 'draft' : 'kept' },
      })
      void message.success(isDraft === true ? `已存为草稿：${name}。` : `已记下：${name}。`)
      void navigate({ to: '/records/$recordId', params: { recordId: id } })
    } catch (error) {
      setSame(sameRecordOf(error))
      throw error
    }
  }
  return (
    <FormDialogue<RecordValues>
      said={null}
      title={isOwnTalk ? '记我的谈话' : '记一笔'}
      okText="记下"
      draft={
        asked === undefined ? `record ${organisationId}` : `record ${organisationId} ${Object.values(asked).join(' ')}`
      }
      width={820}
      initialValues={{
        kinds: isOwnTalk ? ['talk'] : [],
        onDay: todayInChina(),
        ...(asked === undefined ? {} : valuesAsked(asked)),
        ...(isOwnTalk ? { hostId: session.person.id } : {}),
      }}
      onSave={save}
      onClose={onClose}
    >
      {same !== null && (
        <Alert
          type="warning"
          className="before-form"
          title={
            <>
              已经记过：
              <Link to="/records/$recordId" params={{ recordId: same.id }}>
                {same.name}
              </Link>
            </>
          }
        />
      )}
      <RecordFieldInputs organisationId={organisationId} isOwnTalk={isOwnTalk} present={[session.person]} />
      <Form.Item name="isDraft" valuePropName="checked">
        <Checkbox>先存为草稿，只有我看得见</Checkbox>
      </Form.Item>
    </FormDialogue>
  )
}

const OK_TEXT: Readonly<Record<WorkRecordDetail['state'], string>> = { draft: '确认', planned: '记下', kept: '保存' }

interface ChangeRecordFormProps {
  readonly record: WorkRecordDetail
  readonly onClose: () => void
}

/** The same form over what is there; a draft is confirmed by it, and a talk that was planned written down as held. */
export function ChangeRecordForm({ record, onClose }: ChangeRecordFormProps) {
  const { message } = App.useApp()
  const change = useChange(endpoints.changeRecord)
  const { id, version, state, organisation } = record
  const save = async ({ isDraft, ...values }: RecordValues): Promise<void> => {
    const saved = await change.mutateAsync({
      params: { recordId: id },
      body: { ...bodyOf(values), version, state: state === 'draft' && isDraft === true ? 'draft' : 'kept' },
    })
    void message.success(`已保存：${saved.name}。`)
  }
  const present = [
    ...(record.host === null ? [] : [record.host]),
    ...record.talkedTo,
    ...record.participants.map(({ person }) => person),
  ]
  return (
    <FormDialogue<RecordValues>
      said={null}
      title={state === 'planned' ? '记下这次谈话' : `修改：${record.name}`}
      okText={OK_TEXT[state]}
      draft={`record ${id} ${version}`}
      width={820}
      initialValues={state === 'planned' ? { ...valuesOf(record), name: '', onDay: todayInChina() } : valuesOf(record)}
      onSave={save}
      onClose={onClose}
    >
      <RecordFieldInputs organisationId={organisation.id} present={present} />
      {state === 'draft' && (
        <Form.Item name="isDraft" valuePropName="checked">
          <Checkbox>还是草稿，先不确认</Checkbox>
        </Form.Item>
      )}
    </FormDialogue>
  )
}
