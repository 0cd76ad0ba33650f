import { Input } from 'antd'

interface DateFieldProps {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (value: string | null) => void
  readonly min?: string
  readonly max?: string
  readonly label?: string
  readonly disabled?: boolean
}

/** A date as the system asks for it; null if there is none. */
export function DateField({ id, value, onChange, min, max, label, disabled = false }: DateFieldProps) {
  return (
    <Input
      type="date"
      id={id}
      className="date-field"
      aria-label={label}
      disabled={disabled}
      value={value ?? ''}
      min={min}
      max={max}
      onChange={({ target }) => onChange?.(target.value === '' ? null : target.value)}
    />
  )
}
