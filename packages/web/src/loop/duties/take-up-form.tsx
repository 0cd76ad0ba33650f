import {
  type DutyDetail,
  dutyKnownNames,
  dutyListNames,
  dutyLists,
  endpoints,
  frequencyInWords,
  type StandardDutyId,
} from '@duizhao/contract'
import { type StandardDuty, standardDuties } from '@duizhao/engine/duties'
import { Checkbox, Form } from 'antd'
import { thisYear } from '../../platform/archetypes/dates.ts'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

interface TakeUpFormProps {
  readonly organisationId: string
  readonly taken: readonly DutyDetail[]
  readonly onClose: () => void
}

interface Fields {
  readonly standards: StandardDutyId[]
  readonly fromOn: string
}

/** Chooses from the duties that come with the program, each with its ground and how well that is known. */
export function TakeUpForm({ organisationId, taken, onClose }: TakeUpFormProps) {
  const takeUp = useChange(endpoints.takeUpDuties)
  const left = standardDuties.filter(({ id }) => !taken.some(({ standard }) => standard === id))
  return (
    <FormDialogue<Fields>
      title="采用随软件的事项"
      okText="采用选中的"
      draft={null}
      width={760}
      initialValues={{ standards: [], fromOn: `${thisYear()}-01-01` }}
      onSave={(body) => takeUp.mutateAsync({ params: { organisationId }, body })}
      onClose={onClose}
    >
      <p>采用以后可以逐项修改。依据未核实的，没有做也不算缺。</p>
      <Form.Item {...fieldOf(endpoints.takeUpDuties.body.shape, 'fromOn')} label="开始日期">
        <DateField />
      </Form.Item>
      <Form.Item {...fieldOf(endpoints.takeUpDuties.body.shape, 'standards')} label="事项">
        <Checkbox.Group className="duty-choice">
          {dutyLists.map((list) => (
            <Choice key={list} name={dutyListNames[list]} duties={left.filter((duty) => duty.list === list)} />
          ))}
        </Checkbox.Group>
      </Form.Item>
    </FormDialogue>
  )
}

function Choice({ name, duties }: { readonly name: string; readonly duties: readonly StandardDuty[] }) {
  if (duties.length === 0) return null
  return (
    <fieldset className="fieldset">
      <legend>{name}</legend>
      {duties.map((duty) => (
        <div key={duty.id}>
          <Checkbox value={duty.id}>
            {duty.name}，{frequencyInWords(duty)}{' '}
            <span className="quiet">
              {duty.ground === '' ? '' : `《${duty.ground}》${duty.article}，`}
              {dutyKnownNames[duty.known]}
            </span>
          </Checkbox>
        </div>
      ))}
    </fieldset>
  )
}
