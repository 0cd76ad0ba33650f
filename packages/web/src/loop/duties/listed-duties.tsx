import {
  dutyListNames,
  dutyLists,
  dutyPeriodNames,
  dutyPeriods,
  postRoleNames,
  postRoles,
  type ProposedDuty,
  recordKindNames,
  recordKinds,
} from '@duizhao/contract'
import { Checkbox, Input, InputNumber, Select } from 'antd'
import { List } from '../../platform/archetypes/list.tsx'

/** A line as it will be set, and whether it will. */
export interface ChosenDuty {
  readonly duty: ProposedDuty['duty']
  readonly isTaken: boolean
}

interface ListedDutiesProps {
  readonly proposals: readonly ProposedDuty[]
  /** Of each proposal, in the same order. */
  readonly chosen: readonly ChosenDuty[]
  readonly onChange: (chosen: readonly ChosenDuty[]) => void
}

type Line = ProposedDuty & ChosenDuty & { readonly at: number }

const optionsOf = <Value extends string>(values: readonly Value[], names: Readonly<Record<Value, string>>) =>
  values.map((value) => ({ value, label: names[value] }))

/** The lines of a list: what each says, and the duty made of it, to be put right in place. */
export function ListedDuties({ proposals, chosen, onChange }: ListedDutiesProps) {
  const set = (at: number, change: Partial<ChosenDuty>): void =>
    onChange(chosen.map((one, index) => (index === at ? { ...one, ...change } : one)))
  const say = ({ at, duty }: Line, change: Partial<ChosenDuty['duty']>): void =>
    set(at, { isTaken: true, duty: { ...duty, ...change } })
  const rows = proposals.flatMap((proposal, at): Line[] => {
    const one = chosen[at]
    return one === undefined ? [] : [{ ...proposal, ...one, at }]
  })
  return (
    <List<Line>
      label="责任清单的各条"
      rows={rows}
      keyOf={({ at }) => String(at)}
      whenEmpty="没有读出责任清单的各条。"
      columns={[
        {
          header: '选',
          cell: ({ at, isTaken, duty }) => (
            <Checkbox
              aria-label={`定下：${duty.name}`}
              checked={isTaken}
              onChange={({ target }) => set(at, { isTaken: target.checked })}
            />
          ),
        },
        { header: '事项', cell: (line) => <Name line={line} onChange={(name) => say(line, { name })} /> },
        {
          header: '清单',
          cell: (line) => (
            <Select
              aria-label={`${line.duty.name}的清单`}
              value={line.duty.list}
              popupMatchSelectWidth={false}
              options={optionsOf(dutyLists, dutyListNames)}
              onChange={(list) => say(line, { list })}
            />
          ),
        },
        {
          header: '频次',
          cell: (line) => (
            <span className="between">
              <Select
                aria-label={`${line.duty.name}的频次`}
                value={line.duty.per}
                popupMatchSelectWidth={false}
                options={optionsOf(dutyPeriods, dutyPeriodNames)}
                onChange={(per) => say(line, { per })}
              />
              <InputNumber
                aria-label={`${line.duty.name}每期几次`}
                className="duty-times"
                min={1}
                max={1000}
                value={line.duty.amount}
                onChange={(amount) => say(line, { amount: amount ?? 1 })}
              />
            </span>
          ),
        },
        {
          header: '落到的职务',
          cell: (line) => (
            <Select
              mode="multiple"
              className="duty-pick"
              aria-label={`${line.duty.name}落到的职务`}
              placeholder="本组织"
              value={line.duty.owedRoles}
              options={optionsOf(postRoles, postRoleNames)}
              onChange={(owedRoles) => say(line, { owedRoles })}
            />
          ),
        },
        {
          header: '完成它的履职',
          cell: (line) => (
            <Select
              mode="multiple"
              className="duty-pick"
              aria-label={`${line.duty.name}，完成它的履职`}
              placeholder="请选"
              value={line.duty.kinds}
              optionFilterProp="label"
              options={optionsOf(recordKinds, recordKindNames)}
              onChange={(kinds) => say(line, { kinds })}
            />
          ),
        },
      ]}
    />
  )
}

/** What the duty is called, over what stands in the file where that is more, and what is not sure. */
function Name({ line, onChange }: { readonly line: Line; readonly onChange: (name: string) => void }) {
  const { duty, text, who, doubts, isThere } = line
  const said = [text === duty.name ? '' : text, who === '' ? '' : `责任人：${who}`].filter((words) => words !== '')
  return (
    <>
      <Input.TextArea
        autoSize
        aria-label="事项的名称"
        value={duty.name}
        onChange={({ target }) => onChange(target.value)}
      />
      {said.length > 0 && <div className="quiet">{said.join('。')}</div>}
      {isThere && <strong>已经定过，不选。</strong>}
      {doubts.length > 0 && <div className="quiet">请核对：{doubts.join('；')}。</div>}
    </>
  )
}
