import {
  askedOf,
  endpoints,
  type RecordKind,
  recordKindFacts,
  recordKindNames,
  recordKinds,
  recordNumberNames,
  RecordParticipant,
  recordSubjects,
} from '@duizhao/contract'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { AttendanceFields } from './attendance-fields.tsx'
import { PersonPick } from './person-pick.tsx'
import './records.css'
import { TopicFields } from './topic-fields.tsx'
import { useRecordPeople } from './use-record-people.ts'

const asked = endpoints.createRecord.body.shape

interface RecordFieldInputsProps {
  readonly organisationId: string
  /** Who is named already, and may not be in the list of the day. */
  readonly present?: readonly { readonly id: string; readonly name: string }[]
  /** Only what one may write who does not write for the body: one’s own talks. */
  readonly isOwnTalk?: boolean
}

/** The fields of a record: those of every kind, and those the chosen kinds ask for; ten at the most. */
export function RecordFieldInputs({ organisationId, present = [], isOwnTalk = false }: RecordFieldInputsProps) {
  const kinds = Form.useWatch<RecordKind[] | undefined>('kinds') ?? []
  const onDay = Form.useWatch<string | null | undefined>('onDay')
  const { people, expected } = useRecordPeople(organisationId, onDay, kinds)
  const { fields, numbers, host } = askedOf(kinds)
  return (
    <>
      <div className="record-pair">
        <Form.Item {...fieldOf(asked, 'kinds')} label="种类">
          <Select
            mode="multiple"
            placeholder="一次兼几种的，都选上"
            disabled={isOwnTalk}
            showSearch={{ optionFilterProp: 'label' }}
            options={kindOptions(kinds)}
          />
        </Form.Item>
        <Form.Item {...fieldOf(asked, 'subjects')} label="专题">
          <Select
            mode="tags"
            placeholder="如意识形态，没有就不写"
            options={recordSubjects.map((subject) => ({ value: subject, label: subject }))}
          />
        </Form.Item>
      </div>
      <DayFields />
      <div className="record-pair">
        {fields.has('host') && (
          <Form.Item {...fieldOf(asked, 'hostId')} label={host}>
            <PersonPick people={people} present={present} />
          </Form.Item>
        )}
        {fields.has('talkedTo') && (
          <Form.Item {...fieldOf(RecordParticipant.shape, 'personId', ['participants', 0])} label="谈话对象">
            <PersonPick people={people} present={present} />
          </Form.Item>
        )}
        {fields.has('place') && (
          <Form.Item {...fieldOf(asked, 'place')} label="地点">
            <Input />
          </Form.Item>
        )}
        {fields.has('hours') && (
          <Form.Item {...fieldOf(asked, 'hours')} label="学时（小时）">
            <InputNumber min={0.1} max={999.9} step={0.5} />
          </Form.Item>
        )}
        {numbers.map((number) => (
          <Form.Item
            key={number}
            {...fieldOf(asked.numbers.unwrap().shape, number, ['numbers'])}
            label={recordNumberNames[number]}
          >
            <InputNumber min={0} precision={0} />
          </Form.Item>
        ))}
      </div>
      {fields.has('topics') && <TopicFields />}
      {fields.has('attendance') && <AttendanceFields {...{ people, expected, present }} />}
      {fields.has('outcome') && (
        <Form.Item {...fieldOf(asked, 'outcome')} label="结果" extra="议定了什么，转化成什么">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
      )}
      {fields.has('note') && (
        <Form.Item
          {...fieldOf(asked, 'note')}
          label="谈话内容"
          extra="只由谈话的两个人自己写，只有两个人看得见；两人都同意了，组织者才看得见"
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
        </Form.Item>
      )}
    </>
  )
}

/** The kinds that can still be chosen: a talk, a test and dues stand alone. */
function kindOptions(chosen: readonly RecordKind[]) {
  const first = chosen[0]
  return recordKinds.map((kind) => ({
    value: kind,
    label: recordKindNames[kind],
    disabled: first !== undefined && recordKindFacts[kind].visibility !== recordKindFacts[first].visibility,
  }))
}

/** The day, with the last of several and the one it makes up for where they are asked for; and the name. */
function DayFields() {
  const form = Form.useFormInstance()
  const [isMore, setMore] = useState(
    () => form.getFieldValue('untilDay') != null || form.getFieldValue('makesUpOn') != null,
  )
  return (
    <div className="record-pair">
      <Form.Item
        {...fieldOf(asked, 'onDay')}
        label="日期"
        extra={
          !isMore && (
            <Button type="link" size="small" onClick={() => setMore(true)}>
              连续几天，或是补开的
            </Button>
          )
        }
      >
        <DateField max={todayInChina()} />
      </Form.Item>
      {isMore && (
        <>
          <Form.Item {...fieldOf(asked, 'untilDay')} label="最后一天">
            <DateField max={todayInChina()} />
          </Form.Item>
          <Form.Item {...fieldOf(asked, 'makesUpOn')} label="所补活动的日期">
            <DateField max={todayInChina()} />
          </Form.Item>
        </>
      )}
      <Form.Item {...fieldOf(asked, 'name')} label="名称">
        <Input placeholder="不写就由日期和种类写成" />
      </Form.Item>
    </div>
  )
}
