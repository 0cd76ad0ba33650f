import {
  endpoints,
  type IncomingDetail,
  incomingKindFacts,
  incomingMachine,
  matterEndingNames,
  type ProblemClass,
  problemClasses,
  problemClassNames,
  saidEndings,
} from '@duizhao/contract'
import { Form, Input, Radio } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { PersonSelect } from '../../platform/elements/person-select.tsx'
import { useChange } from '../../platform/service/api.ts'
import { UnitSelect } from './unit-select.tsx'

interface Props {
  readonly incoming: IncomingDetail
  readonly onClose: () => void
}

const draftOf = (what: string, { id, version }: IncomingDetail): string => `incoming ${what} ${id} ${version}`

/** Takes it on, by oneself or somebody of the unit. */
export function AcceptForm({ incoming, onClose }: Props) {
  const accept = useChange(endpoints.acceptIncoming)
  const { id, version, organisation, kind } = incoming
  const { acceptDays, days } = incomingKindFacts[kind]
  return (
    <FormDialogue<{ readonly handlerId?: string | null }>
      title={incomingMachine.actionNames.accept}
      okText="受理"
      draft={draftOf('accept', incoming)}
      initialValues={{}}
      onSave={({ handlerId = null }) =>
        accept.mutateAsync({ params: { incomingId: id }, body: { handlerId: handlerId ?? null, version } })
      }
      onClose={onClose}
    >
      {acceptDays !== null && <p className="quiet">从今天起 {days} 日内办结。请告知来件人已经受理。</p>}
      <Form.Item {...fieldOf(endpoints.acceptIncoming.body.shape, 'handlerId')} label="承办人" extra="不选就是自己">
        <PersonSelect mayBeEmpty organisationId={organisation.id} placeholder="自己" />
      </Form.Item>
    </FormDialogue>
  )
}

/** Offers it to another unit, with the reason. */
export function PassOnForm({ incoming, onClose }: Props) {
  const passOn = useChange(endpoints.passOnIncoming)
  const { id, version } = incoming
  const { shape } = endpoints.passOnIncoming.body
  return (
    <FormDialogue<{ readonly organisationId: string; readonly reason: string }>
      title={incomingMachine.actionNames.passOn}
      okText="转办"
      draft={draftOf('pass', incoming)}
      initialValues={{}}
      onSave={(body) => passOn.mutateAsync({ params: { incomingId: id }, body: { ...body, version } })}
      onClose={onClose}
    >
      <p className="quiet">对方接收以前，还是由本单位负责；期限不变。请告诉来件人转给了哪里。</p>
      <Form.Item {...fieldOf(shape, 'organisationId')} label="转给的单位">
        <UnitSelect incomingId={id} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'reason')} label="转办理由">
        <Input.TextArea rows={2} />
      </Form.Item>
    </FormDialogue>
  )
}

/** Says what became of it. */
export function EndForm({ incoming, onClose }: Props) {
  const end = useChange(endpoints.endIncoming)
  const { id, version } = incoming
  const { shape } = endpoints.endIncoming.body
  return (
    <FormDialogue<{ readonly ending: (typeof saidEndings)[number]; readonly reason: string }>
      title={incomingMachine.actionNames.end}
      okText="办结"
      draft={draftOf('end', incoming)}
      initialValues={{ ending: 'done' }}
      onSave={(body) => end.mutateAsync({ params: { incomingId: id }, body: { ...body, version } })}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(shape, 'ending')} label="结果">
        <Radio.Group options={saidEndings.map((value) => ({ value, label: matterEndingNames[value] }))} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'reason')} label="答复" extra="怎样答复来件人的，或者不采纳的理由">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialogue>
  )
}

interface Registered {
  readonly text: string
  readonly aspect: string
  readonly class: ProblemClass
  readonly dueOn: string | null
}

/** Registers it as a problem, in the words it is to have there. */
export function RegisterForm({ incoming, onClose }: Props) {
  const register = useChange(endpoints.registerIncoming)
  const { id, version, text, about } = incoming
  const { shape } = endpoints.registerIncoming.body
  return (
    <FormDialogue<Registered>
      title="来件列入台账"
      okText="列入台账"
      draft={draftOf('register', incoming)}
      initialValues={{ text: text.slice(0, 500), aspect: '', class: 'dated', dueOn: null }}
      onSave={(body) => register.mutateAsync({ params: { incomingId: id }, body: { ...body, version } })}
      onClose={onClose}
    >
      <p className="quiet">
        看台账的人看得见这里写的，看不见来件人；请不要写谁反映的。
        {about !== null && `关于${about.name}的问题，内容只有本人、责任人和组织、审批的人看得到。`}
      </p>
      <Form.Item {...fieldOf(shape, 'text')} label="问题">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'aspect')} label="方面">
        <Input />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'class')} label="类型">
        <Radio.Group options={problemClasses.map((value) => ({ value, label: problemClassNames[value] }))} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'dueOn')} label="完成时限" extra="长期坚持的可以不写">
        <DateField />
      </Form.Item>
    </FormDialogue>
  )
}

const reasons = {
  tellMissing: { label: '还缺什么', extra: '一次说全；以后再要别的，会显示告知了两次' },
  decline: { label: '退回理由', extra: '退回以后，由转来的单位负责' },
  extend: { label: '延长理由', extra: '只能延长一次；请告知来件人延长的理由' },
  withdraw: { label: '撤去理由', extra: '登记错了的撤去：不再列出、不计数' },
} as const

/** What needs a reason and nothing else. */
export function ReasonForm({
  incoming,
  action,
  onClose,
}: Props & { readonly action: 'tellMissing' | 'decline' | 'extend' | 'withdraw' }) {
  const tell = useChange(endpoints.tellMissing)
  const decline = useChange(endpoints.declineIncoming)
  const extend = useChange(endpoints.extendIncoming)
  const withdraw = useChange(endpoints.withdrawIncoming)
  const { id, version } = incoming
  const name = incomingMachine.actionNames[action]
  const { shape } =
    action === 'tellMissing'
      ? { shape: { reason: endpoints.tellMissing.body.shape.text } }
      : endpoints.declineIncoming.body
  const send = (reason: string): Promise<unknown> => {
    const params = { incomingId: id }
    if (action === 'tellMissing') return tell.mutateAsync({ params, body: { text: reason, version } })
    const asked = { params, body: { reason, version } }
    if (action === 'decline') return decline.mutateAsync(asked)
    return action === 'extend' ? extend.mutateAsync(asked) : withdraw.mutateAsync(asked)
  }
  return (
    <FormDialogue<{ readonly reason: string }>
      title={name}
      okText={name}
      draft={draftOf(action, incoming)}
      initialValues={{}}
      onSave={({ reason }) => send(reason)}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(shape, 'reason')} {...reasons[action]}>
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialogue>
  )
}
