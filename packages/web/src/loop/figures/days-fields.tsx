import { DateField } from '../../platform/archetypes/date-field.tsx'
import { thisYear, todayInChina } from '../../platform/archetypes/dates.ts'

/** The days figures are asked of. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** From the year's beginning until today. */
export function daysOfThisYear(): Days {
  return { from: `${thisYear()}-01-01`, to: todayInChina() }
}

/** From which to which day; the one that was there stays until another is whole. */
export function DaysFields({ value, onChange }: { readonly value: Days; readonly onChange: (days: Days) => void }) {
  return (
    <span>
      <DateField
        label="开始日期"
        value={value.from}
        max={value.to}
        onChange={(from) => from && onChange({ ...value, from })}
      />
      &nbsp;至&nbsp;
      <DateField
        label="截止日期"
        value={value.to}
        min={value.from}
        onChange={(to) => to && onChange({ ...value, to })}
      />
    </span>
  )
}
