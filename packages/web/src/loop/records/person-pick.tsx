import { Select } from 'antd'

interface PersonPickProps {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (value: string | null) => void
  readonly people: readonly { readonly id: string; readonly name: string; readonly position: string }[]
  /** Whom the list may not have any more, with the name. */
  readonly present?: readonly { readonly id: string; readonly name: string }[]
  readonly label?: string
}

/** One person of those a record can name, found by name. */
export function PersonPick({ id, value, onChange, people, present = [], label }: PersonPickProps) {
  const options = people.map((person) => ({
    value: person.id,
    label: person.position === '' ? person.name : `${person.name}（${person.position}）`,
  }))
  const missing = present.filter((person) => !options.some((option) => option.value === person.id))
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      {...(value == null ? {} : { value })}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={label}
      placeholder="按姓名找"
      notFoundContent="没有这样的人"
      options={[...options, ...missing.map((person) => ({ value: person.id, label: person.name }))]}
      onChange={(next) => onChange?.(next ?? null)}
    />
  )
}
