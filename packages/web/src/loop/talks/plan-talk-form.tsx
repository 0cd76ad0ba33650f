import { endpoints, RecordParticipant, RecordTopic, type TalkMatrix } from '@duizhao/contract'
import { App, Form, Input, Select } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

interface PlanTalkFormProps {
  readonly line: TalkMatrix['lines'][number]
  readonly bodyId: string
  readonly onClose: () => void
}

interface PlanValues {
  readonly onDay?: string | null
  readonly participants?: readonly { readonly personId?: string | undefined }[]
  readonly topics?: readonly { readonly text?: string }[]
}

const asked = endpoints.createRecord.body.shape
/** What it is to be about may be left open. */
const maybeTopic = {
  text: { safeParse: (text: unknown) => (text === '' ? {} : RecordTopic.shape.text.safeParse(text)) },
}

/** Two people are to talk until a day; both are told. */
export function PlanTalkForm({ line: { person, withAnyOf }, bodyId, onClose }: PlanTalkFormProps) {
  const { message } = App.useApp()
  const create = useChange(endpoints.createRecord)
  const [only, ...more] = withAnyOf
  const save = async ({ onDay, participants, topics }: PlanValues): Promise<void> => {
    const text = topics?.[0]?.text?.trim() ?? ''
    const { talkedTo } = await create.mutateAsync({
      params: { organisationId: bodyId },
      body: {
        ...{ kinds: ['talk'], state: 'planned', onDay: onDay ?? '', hostId: person.id },
        participants: [{ personId: participants?.[0]?.personId ?? '', kind: 'talked_to' }],
        topics: text === '' ? [] : [{ text }],
      },
    })
    const names = [person, ...talkedTo].map(({ name }) => name).join('、')
    void message.success(`已约定：${names}。两个人都收到消息；谈了以后打开这次约定，点“谈了，记下”。`)
  }
  return (
    <FormDialogue<PlanValues>
      title={`约定谈话：${person.name}`}
      okText="约定"
      draft={`plan-talk ${person.id}`}
      said={null}
      initialValues={{ participants: [{ personId: more.length === 0 ? only?.id : undefined }] }}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(RecordParticipant.shape, 'personId', ['participants', 0])} label="谈话对象">
        <Select
          placeholder="和其中一人谈"
          showSearch={{ optionFilterProp: 'label' }}
          options={withAnyOf.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item {...fieldOf(asked, 'onDay')} label="谈话期限">
        <DateField min={todayInChina()} />
      </Form.Item>
      <Form.Item {...fieldOf(maybeTopic, 'text', ['topics', 0])} label="谈话内容">
        <Input placeholder="没有定就不写" />
      </Form.Item>
    </FormDialogue>
  )
}
