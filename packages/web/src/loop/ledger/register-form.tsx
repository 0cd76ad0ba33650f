import { endpoints, type ProblemFields } from '@duizhao/contract'
import { useNavigate } from '@tanstack/react-router'
import { App, Form } from 'antd'
import { useChange, useRead } from '../../platform/service/api.ts'
import { Select } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import type { PassageToolProps } from '../../platform/passage-slots.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { PersonSelect } from '../../platform/elements/person-select.tsx'
import { ProblemFieldInputs } from './problem-fields.tsx'

interface Fields extends ProblemFields {
  readonly organisationId: string
  readonly inspectionId?: string
  readonly aboutId?: string | null
}

interface RegisterFormProps {
  readonly organisationId: string | undefined
  /** The passage it is taken from. */
  readonly taken?: Pick<PassageToolProps, 'passage' | 'words' | 'source'>
  readonly onClose: () => void
}

/** A new problem in the ledger of an organisation. */
export function RegisterForm({ organisationId, taken, onClose }: RegisterFormProps) {
  const [form] = Form.useForm<Fields>()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const register = useChange(endpoints.registerProblem)
  const own = grantedOver(useSession(), 'problem.write')
  // Who keeps one ledger is not asked which.
  const given = organisationId ?? (own.length === 1 ? own[0]?.id : undefined)
  const save = async ({ organisationId: of, inspectionId, aboutId = null, ...fields }: Fields): Promise<void> => {
    const { id, number, unitNumber } = await register.mutateAsync({
      params: { organisationId: of },
      body: {
        ...fields,
        inspectionId: fields.source === 'inspection' ? (inspectionId ?? null) : null,
        ...{ origin: taken?.passage ?? null, aboutId },
      },
    })
    void message.success(`已登记，编号 ${number}，单位内 ${unitNumber} 号。`)
    void navigate({ to: '/problems/$problemId', params: { problemId: id } })
  }
  return (
    <FormDialogue<Fields>
      title="登记问题"
      okText="登记"
      form={form}
      // What was typed of one passage does not come back with another.
      draft={taken === undefined ? 'register' : `register ${JSON.stringify(taken.passage)}`}
      width={680}
      initialValues={{
        ...(given === undefined ? {} : { organisationId: given }),
        source: taken?.source ?? 'meeting',
        ...(taken === undefined ? {} : { text: taken.words }),
        class: 'dated',
        aspect: '',
        cause: '',
        goal: '',
        dueOn: null,
      }}
      onSave={save}
      said={null}
      onClose={onClose}
    >
      {taken !== undefined && <p className="quiet">登记以后，问题页上写着出自哪里；看不到原文的人看不到出处。</p>}
      <Form.Item {...fieldOf(endpoints.registerProblem.params, 'organisationId')} label="单位">
        <OrganisationSelect />
      </Form.Item>
      <ProblemFieldInputs />
      <InspectionField />
      <AboutField />
    </FormDialogue>
  )
}

/** Whom a problem is about, where it is about one person: then it is not for all who read the ledger. */
function AboutField() {
  const organisationId = Form.useWatch<string | undefined>('organisationId') ?? ''
  if (organisationId === '') return null
  return (
    <Form.Item
      {...fieldOf(endpoints.registerProblem.body.shape, 'aboutId')}
      label="涉及人员（只在问题是关于个人的时候选）"
      extra="选了以后，只有本人、责任领导和责任人、组织和审批的人看得到内容；其他人只看得到数量。"
    >
      <PersonSelect organisationId={organisationId} mayBeEmpty placeholder="不是关于个人的，不选" />
    </Form.Item>
  )
}

/** Which inspection reported the problem; asked only of what an inspection found. */
function InspectionField() {
  const source = Form.useWatch<string | undefined>('source')
  const organisationId = Form.useWatch<string | undefined>('organisationId') ?? ''
  const isAsked = source === 'inspection' && organisationId !== ''
  const { data } = useRead(endpoints.listInspections, { params: { organisationId }, query: { limit: 100 } }, isAsked)
  if (!isAsked || data === undefined || data.items.length === 0) return null
  return (
    <Form.Item {...fieldOf(endpoints.registerProblem.body.shape, 'inspectionId')} label="巡视巡察">
      <Select allowClear options={data.items.map(({ id, name }) => ({ value: id, label: name }))} />
    </Form.Item>
  )
}
