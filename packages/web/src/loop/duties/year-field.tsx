import { Select } from 'antd'
import { thisYear } from '../../platform/archetypes/dates.ts'

/** So far back one looks. */
const YEARS_BACK = 3

interface YearFieldProps {
  readonly value: number
  readonly onChange: (year: number) => void
}

/** Of which year: the next, this one, and a few before. */
export function YearField({ value, onChange }: YearFieldProps) {
  const last = thisYear() + 1
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, no) => last - no)
  return (
    <Select<number>
      variant="filled"
      aria-label="年份"
      value={value}
      onChange={onChange}
      options={[...new Set([...years, value])].map((year) => ({ value: year, label: `${year}年` }))}
    />
  )
}
