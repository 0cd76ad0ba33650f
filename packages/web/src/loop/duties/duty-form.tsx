import {
  type DutyDetail,
  type DutyFields,
  dutyKnownNames,
  dutyKnowns,
  dutyListNames,
  dutyLists,
  dutyPeriodNames,
  dutyPeriods,
  dutyUnitNames,
  dutyUnits,
  endpoints,
  organisationKindNames,
  organisationKinds,
  postRoleNames,
  postRoles,
  recordKindNames,
  recordKinds,
} from '@duizhao/contract'
import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { thisYear } from '../../platform/archetypes/dates.ts'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { OrganisationsSelect } from '../../platform/elements/organisations-select.tsx'
import { useChange } from '../../platform/service/api.ts'

interface DutyFormProps {
  readonly organisationId: string
  /** What is changed; null to set a new one. */
  readonly duty: DutyDetail | null
  readonly onClose: () => void
}

type Fields = DutyFields & { readonly changesOn: string | null }

const shape = endpoints.changeDuty.body.shape

function optionsOf<Value extends string>(values: readonly Value[], names: Readonly<Record<Value, string>>) {
  return values.map((value) => ({ value, label: names[value] }))
}

/** Sets a duty, or changes one: from a day on, or as it was always meant. */
export function DutyForm({ organisationId, duty, onClose }: DutyFormProps) {
  const create = useChange(endpoints.createDuty)
  const change = useChange(endpoints.changeDuty)
  const save = (fields: Fields): Promise<unknown> => {
    if (duty === null) {
      const { changesOn: _, ...body } = fields
      return create.mutateAsync({ params: { organisationId }, body })
    }
    const { version, problemId } = duty
    return change.mutateAsync({ params: { dutyId: duty.id }, body: { ...fields, problemId, version } })
  }
  return (
    <FormDialogue<Fields>
      title={duty === null ? '新定履职事项' : `修改“${duty.name}”`}
      okText={duty === null ? '定下' : '改定'}
      draft={duty === null ? 'duty' : `duty-${duty.id}-${duty.version}`}
      width={720}
      initialValues={duty === null ? anew : fieldsOf(duty)}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(shape, 'name')} label="名称">
        <Input />
      </Form.Item>
      <WhatCounts />
      <HowOften />
      <WhoOwes organisationId={organisationId} duty={duty} />
      <div className="pair">
        <Form.Item {...fieldOf(shape, 'fromOn')} label="开始日期">
          <DateField />
        </Form.Item>
        <Form.Item {...fieldOf(shape, 'toOn')} label="截止日期" extra="不写为一直">
          <DateField />
        </Form.Item>
        <Form.Item {...fieldOf(shape, 'ground')} label="依据">
          <Input placeholder="《……》第几条" />
        </Form.Item>
        <Form.Item {...fieldOf(shape, 'known')} label="依据核实程度" extra="未核实的，没有做也不算缺">
          <Select options={optionsOf(dutyKnowns, dutyKnownNames)} />
        </Form.Item>
      </div>
      {duty !== null && (
        <Form.Item
          {...fieldOf(shape, 'changesOn')}
          label="新要求的开始日期"
          extra="写了，这一天以前各期仍按原来的要求；不写为从头就这样。只改名称、依据的不必写。"
        >
          <DateField />
        </Form.Item>
      )}
    </FormDialogue>
  )
}

const anew = {
  ...{ subject: '', list: 'other', amount: 1, unit: 'times', per: 'quarter', known: 'own', ground: '' },
  ...{ owedKinds: [], owedBodies: [], owedRoles: [], whereRole: null, isInherited: true, dueWorkdays: 0 },
  ...{ fromOn: `${thisYear()}-01-01`, toOn: null, changesOn: null, problemId: null },
} as const satisfies Partial<Record<keyof Fields, unknown>> as unknown as Partial<Fields>

function fieldsOf(duty: DutyDetail): Partial<Fields> {
  const own = Object.entries(duty).filter(([name]) => name in shape)
  return { ...(Object.fromEntries(own) as Partial<Fields>), changesOn: null }
}

function WhatCounts() {
  return (
    <div className="pair">
      <Form.Item {...fieldOf(shape, 'kinds')} label="可以完成这一事项的履职" extra="做了其中任何一种就算">
        <Select mode="multiple" options={optionsOf(recordKinds, recordKindNames)} optionFilterProp="label" />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'subject')} label="专题" extra="如意识形态；不写为不限">
        <Input />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'list')} label="列在哪张清单">
        <Select options={optionsOf(dutyLists, dutyListNames)} />
      </Form.Item>
    </div>
  )
}

function HowOften() {
  return (
    <div className="pair">
      <Form.Item {...fieldOf(shape, 'per')} label="多久一次">
        <Select options={optionsOf(dutyPeriods, dutyPeriodNames)} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'amount')} label="每期数量">
        <InputNumber min={1} max={1000} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'unit')} label="单位">
        <Select options={optionsOf(dutyUnits, dutyUnitNames)} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'dueWorkdays')} label="一期过后宽限几个工作日">
        <InputNumber min={0} max={60} />
      </Form.Item>
    </div>
  )
}

function WhoOwes({ organisationId, duty }: Omit<DutyFormProps, 'onClose'>) {
  return (
    <fieldset className="fieldset">
      <legend>责任主体</legend>
      <div className="pair">
        <Form.Item {...fieldOf(shape, 'owedKinds')} label="组织种类" extra="和点名的都不选，为本组织自己">
          <Select mode="multiple" options={optionsOf(organisationKinds, organisationKindNames)} />
        </Form.Item>
        <Form.Item {...fieldOf(shape, 'owedBodies')} label="点名的组织">
          <OrganisationsSelect near={organisationId} present={duty?.owedBodyNames ?? []} />
        </Form.Item>
        <Form.Item {...fieldOf(shape, 'owedRoles')} label="落到的职务" extra="不选为落到组织">
          <Select mode="multiple" options={optionsOf(postRoles, postRoleNames)} />
        </Form.Item>
        <Form.Item {...fieldOf(shape, 'whereRole')} label="只在有人任这一职务的组织里要求">
          <Select allowClear options={optionsOf(postRoles, postRoleNames)} />
        </Form.Item>
      </div>
      <Form.Item {...fieldOf(shape, 'isInherited')} valuePropName="checked">
        <Checkbox>下级组织也应当做</Checkbox>
      </Form.Item>
    </fieldset>
  )
}
