import { type Ref, useId } from 'react'

interface PersonChoiceProps {
  readonly label: string
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly value: string
  readonly onChange: (id: string) => void
  readonly mayBeEmpty?: boolean
  readonly ref?: Ref<HTMLSelectElement>
}

/** One of few people, chosen by typing the first character of the name. */
export function PersonChoice({ label, people, value, onChange, mayBeEmpty = false, ref }: PersonChoiceProps) {
  const id = useId()
  return (
    <label htmlFor={id}>
      {label}
      <select id={id} ref={ref} value={value} onChange={({ target }) => onChange(target.value)}>
        {mayBeEmpty && <option value="">还没有定</option>}
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
    </label>
  )
}
