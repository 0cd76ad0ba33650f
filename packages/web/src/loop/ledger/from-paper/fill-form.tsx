import { type ProblemClass, problemClasses, problemClassNames } from '@duizhao/contract'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { DateField } from '../../../platform/archetypes/date-field.tsx'
import { PersonSelect } from '../../../platform/elements/person-select.tsx'
import type { Filling } from './rows-of-paper.ts'

interface FillFormProps {
  readonly count: number
  readonly organisationId: string
  readonly onFill: (filling: Filling) => void
}

/** What is the same of all chosen rows, written once; what is left empty stays as it is in each. */
export function FillForm({ count, organisationId, onFill }: FillFormProps) {
  const [filling, setFilling] = useState<Filling>({})
  const say = (said: Filling): void => setFilling({ ...filling, ...said })
  const isEmpty = Object.values(filling).every((value) => value === undefined || value === null)
  return (
    <fieldset className="from-paper-fill">
      <legend>选中的 {count} 个都一样的，填一次</legend>
      <Select<ProblemClass>
        aria-label="类型"
        allowClear
        placeholder="类型"
        value={filling.class ?? null}
        options={problemClasses.map((value) => ({ value, label: problemClassNames[value] }))}
        onChange={(value?: ProblemClass) => say({ class: value })}
      />
      <label>
        完成时限 <DateField value={filling.dueOn ?? null} onChange={(dueOn) => say({ dueOn })} label="完成时限" />
      </label>
      <PersonSelect
        isLead
        label="责任领导"
        placeholder="责任领导"
        mayBeEmpty
        organisationId={organisationId}
        value={filling.leadId ?? null}
        onChange={(leadId) => say({ leadId })}
      />
      <PersonSelect
        label="责任人"
        placeholder="责任人"
        mayBeEmpty
        organisationId={organisationId}
        value={filling.handlerId ?? null}
        onChange={(handlerId) => say({ handlerId })}
      />
      <Button disabled={isEmpty} onClick={() => onFill(filling)}>
        填进选中的 {count} 个
      </Button>
    </fieldset>
  )
}
