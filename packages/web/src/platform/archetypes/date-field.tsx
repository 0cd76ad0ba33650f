import { CalendarOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useRef, useState } from 'react'
import { dateInChinese, thisYear } from './dates.ts'
import { dayTyped } from './typed-date.ts'

interface DateFieldProps {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (value: string | null) => void
  readonly min?: string
  readonly max?: string
  readonly label?: string
  readonly disabled?: boolean
}

/** A date as people write it, typed or taken from the system's calendar; null while there is none, or none one can read. */
export function DateField({ id, value, onChange, min, max, label, disabled = false }: DateFieldProps) {
  const calendar = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const isUnread = typed !== null && typed.trim() !== '' && dayTyped(typed, thisYear()) === null
  const [isLeft, setLeft] = useState(false)
  const type = (text: string): void => {
    setTyped(text)
    onChange?.(dayTyped(text, thisYear()))
  }
  const leave = (): void => {
    setLeft(true)
    // What could not be read stays, so that it can be put right.
    if (!isUnread) setTyped(null)
  }
  return (
    <span className="date-field">
      <Input
        {...(id === undefined ? {} : { id })}
        aria-label={label}
        aria-invalid={isUnread && isLeft}
        {...(isUnread && isLeft ? { status: 'error' as const } : {})}
        placeholder="如 2026年3月5日"
        autoComplete="off"
        disabled={disabled}
        value={typed ?? (value ? dateInChinese(value) : '')}
        onChange={({ target }) => type(target.value)}
        onFocus={() => setLeft(false)}
        onBlur={leave}
        suffix={
          <button
            type="button"
            className="plain"
            aria-label="打开日历"
            disabled={disabled}
            onClick={() => open(calendar.current)}
          >
            <CalendarOutlined aria-hidden="true" />
          </button>
        }
      />
      <input
        ref={calendar}
        type="date"
        className="unseen"
        tabIndex={-1}
        aria-hidden="true"
        value={value ?? ''}
        min={min}
        max={max}
        onChange={({ target }) => {
          setTyped(null)
          onChange?.(target.value === '' ? null : target.value)
        }}
      />
      {isUnread && isLeft && (
        <span className="fault" role="alert">
          日期请写成 2026年3月5日 或 2026.3.5。
        </span>
      )}
    </span>
  )
}

/** Browsers of before 2022 cannot be asked to open their calendar: there one types. */
function open(calendar: HTMLInputElement | null): void {
  if (calendar !== null && 'showPicker' in calendar) calendar.showPicker()
}
