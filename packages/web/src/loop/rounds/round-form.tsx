import {
  endpoints,
  invitedOf,
  isBallot,
  LEAST_INVITED,
  type RoundDetail,
  RoundGroup,
  type RoundKind,
  roundKindNames,
  roundKinds,
} from '@duizhao/contract'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Form, Input, InputNumber, Radio, Select } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange, useRead } from '../../platform/service/api.ts'
import { whoSees } from './who-sees.ts'

interface Values {
  readonly kind: RoundKind
  readonly name: string
  readonly intro: string
  readonly meetingId?: string | null
  readonly closesOn: string
  /** One a line; a ballot has none. */
  readonly aspects?: string
  readonly aboutIds: string[]
  readonly groups: RoundGroup[]
}

const { shape } = endpoints.createRound.body

const bodyOf = ({ aspects = '', meetingId = null, ...values }: Values) => ({
  ...values,
  meetingId,
  aspects: aspects
    .split('\n')
    .map((aspect) => aspect.trim())
    .filter((aspect) => aspect !== ''),
})

const examples: Readonly<Record<RoundKind, string>> = {
  opinions: '如：2026年度民主生活会征求意见',
  appraisal: '如：2026年度民主评议党员',
  assessment: '如：2026年度领导班子民主测评',
}

const aboutWords: Readonly<Record<RoundKind, { readonly label: string; readonly extra: string }>> = {
  opinions: { label: '其他征求对象', extra: '班子以外，还征求对这些人的意见；可以不选' },
  appraisal: { label: '评议对象', extra: '不选就是支部的全体正式党员；预备党员参加评议，不评定等次' },
  assessment: { label: '其他测评对象', extra: '领导班子以外，还测评哪些人；可以不选' },
}

const anew: Partial<Values> = {
  kind: 'opinions',
  intro: '',
  aspects: '',
  aboutIds: [],
  groups: [{ name: '', invited: 9 }],
}

interface NewProps {
  readonly organisationId: string
  readonly onClose: () => void
}

/** Prepares a round: nobody is asked before it is opened. */
export function NewRoundForm({ organisationId, onClose }: NewProps) {
  const create = useChange(endpoints.createRound)
  const navigate = useNavigate()
  return (
    <FormDialogue<Values>
      title="准备征求意见或评议"
      okText="存下，先不开始"
      draft={`round-${organisationId}`}
      width={760}
      initialValues={anew}
      onSave={async (values) => {
        const { id } = await create.mutateAsync({ params: { organisationId }, body: bodyOf(values) })
        void navigate({ to: '/rounds/$roundId', params: { roundId: id } })
      }}
      onClose={onClose}
    >
      <Fields organisationId={organisationId} />
    </FormDialogue>
  )
}

export function ChangeRoundForm({ round, onClose }: { readonly round: RoundDetail; readonly onClose: () => void }) {
  const change = useChange(endpoints.changeRound)
  const { id, version, kind, name, intro, closesOn, aspects, about, groups, meeting, organisation } = round
  return (
    <FormDialogue<Values>
      title={`修改${roundKindNames[kind]}`}
      okText="改好"
      draft={`round-${id}-${version}`}
      width={760}
      initialValues={{
        ...{ kind, name, intro, closesOn },
        meetingId: meeting?.id ?? null,
        aspects: aspects.join('\n'),
        aboutIds: about.map((person) => person.id),
        groups: groups.map((group) => ({ name: group.name, invited: group.invited })),
      }}
      onSave={(values) => change.mutateAsync({ params: { roundId: id }, body: { ...bodyOf(values), version } })}
      onClose={onClose}
    >
      <Fields organisationId={organisation.id} />
    </FormDialogue>
  )
}

function Fields({ organisationId }: { readonly organisationId: string }) {
  const { data: meetings } = useRead(endpoints.listMeetings, { params: { organisationId }, query: { limit: 50 } })
  const kind: RoundKind = Form.useWatch('kind') ?? 'opinions'
  return (
    <>
      <Form.Item {...fieldOf(shape, 'kind')} label="种类">
        <Radio.Group options={roundKinds.map((value) => ({ value, label: roundKindNames[value] }))} />
      </Form.Item>
      <Alert type="info" className="before-form" title={`谁看得见什么：${whoSees(kind)}`} />
      <Form.Item {...fieldOf(shape, 'name')} label="名称">
        <Input placeholder={examples[kind]} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'intro')} label="写给被征求的人的话" extra="可以不写">
        <Input.TextArea rows={2} />
      </Form.Item>
      <div className="pair">
        <Form.Item {...fieldOf(shape, 'closesOn')} label="截止日期" extra="含当天">
          <DateField min={todayInChina()} />
        </Form.Item>
        <Form.Item
          {...fieldOf(shape, 'meetingId')}
          label="所属会议"
          extra={isBallot(kind) ? undefined : '收回以后，数填进这次会议'}
        >
          <Select
            allowClear
            placeholder="不为会议"
            options={(meetings?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      </div>
      <Groups kind={kind} />
      {!isBallot(kind) && (
        <Form.Item name="aspects" label="征求的方面" extra="一行一个；不分方面的不写">
          <Input.TextArea rows={3} />
        </Form.Item>
      )}
      <Form.Item {...fieldOf(shape, 'aboutIds')} {...aboutWords[kind]}>
        <PeopleSelect organisationId={organisationId} />
      </Form.Item>
    </>
  )
}

function Groups({ kind }: { readonly kind: RoundKind }) {
  const groups: readonly Partial<RoundGroup>[] = Form.useWatch('groups') ?? []
  const invited = invitedOf(groups.map((group) => ({ invited: group?.invited ?? 0 })))
  return (
    <Form.List name="groups">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <fieldset key={key} className="fieldset">
              <legend>群体 {name + 1}</legend>
              <div className="pair">
                <Form.Item {...fieldOf(RoundGroup.shape, 'name', [name])} label="群体名称">
                  <Input placeholder={kind === 'appraisal' ? '如：支部党员' : '如：机关基层代表'} />
                </Form.Item>
                <Form.Item {...fieldOf(RoundGroup.shape, 'invited', [name])} label="邀请人数" extra="印几张纸条">
                  <InputNumber min={1} />
                </Form.Item>
              </div>
              {rows.length > 1 && (
                <Button size="small" onClick={() => remove(name)}>
                  删除这个群体
                </Button>
              )}
            </fieldset>
          ))}
          <Button className="before-form" onClick={() => add({ name: '', invited: 9 })}>
            再加一个群体
          </Button>
          {invited > 0 && invited < LEAST_INVITED && (
            <Alert
              type="warning"
              className="before-form"
              title={`一共 ${invited} 人，少于 ${LEAST_INVITED} 人谁写的都猜得出，不能用纸条征集。${isBallot(kind) ? '请用纸质票，当场计票，再录入票数' : '请当面征求，意见代录'}。`}
            />
          )}
        </>
      )}
    </Form.List>
  )
}

interface PeopleSelectProps {
  readonly id?: string
  readonly value?: string[]
  readonly onChange?: (value: string[]) => void
  readonly organisationId: string
}

/** Those of the organisation of whom opinions are asked for. */
function PeopleSelect({ id, value = [], onChange, organisationId }: PeopleSelectProps) {
  const { data } = useRead(endpoints.listPeople, { params: { organisationId }, query: { below: true, limit: 200 } })
  return (
    <Select<string[]>
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      value={value}
      {...(onChange === undefined ? {} : { onChange })}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="按姓名找"
      options={(data?.items ?? []).map((person) => ({ value: person.id, label: person.name }))}
    />
  )
}
