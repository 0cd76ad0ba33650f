import {
  endpoints,
  type IncomingKind,
  incomingKindFacts,
  incomingKinds,
  type SenderKind,
  senderKindNames,
  senderKinds,
} from '@duizhao/contract'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Form, Input, Radio } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { PersonSelect } from '../../platform/elements/person-select.tsx'
import { useChange } from '../../platform/service/api.ts'

interface Values {
  readonly kind: IncomingKind
  readonly senderKind: SenderKind
  readonly sender?: string
  readonly contact?: string
  readonly text: string
  readonly receivedOn: string
  readonly aboutId?: string | null
  readonly aboutOrganisationId?: string | null
  readonly dueOn?: string | null
}

interface Props {
  readonly organisationId: string
  readonly onClose: () => void
}

const { shape } = endpoints.receiveIncoming.body

/** Writes down what came in; the unit keeps it until it is answered or another has taken it. */
export function ReceiveForm({ organisationId, onClose }: Props) {
  const receive = useChange(endpoints.receiveIncoming)
  const navigate = useNavigate()
  return (
    <FormDialogue<Values>
      title="登记来件"
      okText="登记"
      draft={`incoming ${organisationId}`}
      width={760}
      initialValues={{ kind: 'request', senderKind: 'person', receivedOn: todayInChina() }}
      onSave={async ({ sender = '', contact = '', aboutId = null, aboutOrganisationId = null, ...values }) => {
        const { id } = await receive.mutateAsync({
          params: { organisationId },
          body: { ...values, sender, contact, aboutId, aboutOrganisationId: aboutOrganisationId ?? null },
        })
        void navigate({ to: '/inbox/$incomingId', params: { incomingId: id } })
      }}
      onClose={onClose}
    >
      <Fields organisationId={organisationId} />
    </FormDialogue>
  )
}

function Fields({ organisationId }: { readonly organisationId: string }) {
  const kind: IncomingKind = Form.useWatch('kind') ?? 'request'
  const { known } = incomingKindFacts[kind]
  return (
    <>
      <Alert
        type="warning"
        className="before-form"
        title="检举控告不在这里登记：反映党员、干部违纪违法的，请来件人向纪检监察机关反映，信件原封转交，这里不留。"
      />
      <Form.Item {...fieldOf(shape, 'kind')} label="种类" extra={deadlineOf(kind)}>
        <Radio.Group options={incomingKinds.map((value) => ({ value, label: incomingKindFacts[value].name }))} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'text')} label="内容" extra="照来件人的话写；来件人的姓名不要写在这里">
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Form.Item>
      <div className="pair">
        <Form.Item {...fieldOf(shape, 'receivedOn')} label="收到日期">
          <DateField max={todayInChina()} />
        </Form.Item>
        {known === 'practice' && (
          <Form.Item {...fieldOf(shape, 'dueOn')} label="办理期限" extra="答应了别的日期的才填">
            <DateField />
          </Form.Item>
        )}
      </div>
      <Form.Item {...fieldOf(shape, 'senderKind')} label="来件人">
        <Radio.Group options={senderKinds.map((value) => ({ value, label: senderKindNames[value] }))} />
      </Form.Item>
      <div className="pair">
        <Form.Item {...fieldOf(shape, 'sender')} label="来件人姓名、名称" extra="只有办理的单位看得见">
          <Input />
        </Form.Item>
        <Form.Item {...fieldOf(shape, 'contact')} label="联系方式" extra="答复时用">
          <Input />
        </Form.Item>
      </div>
      <div className="pair">
        <Form.Item {...fieldOf(shape, 'aboutId')} label="反映的人" extra="本人看不见这一件；没有的不选">
          <PersonSelect mayBeEmpty organisationId={organisationId} />
        </Form.Item>
        <Form.Item {...fieldOf(shape, 'aboutOrganisationId')} label="反映的单位" extra="没有的不选">
          <OrganisationSelect mayBeEmpty />
        </Form.Item>
      </div>
    </>
  )
}

/** 5 个工作日内办结（机关惯例）. */
function deadlineOf(kind: IncomingKind): string {
  const { days, unit, acceptDays, extendDays, ground } = incomingKindFacts[kind]
  const first = acceptDays === null ? '' : `${acceptDays} 日内告知受理与否，受理之日起 `
  const longer = extendDays === null ? '' : `，可以延长一次，不超过 ${extendDays} 日`
  return `${first}${days} ${unit === 'workday' ? '个工作日' : '日'}内办结${longer}（${ground}）`
}
