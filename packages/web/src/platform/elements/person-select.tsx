import { endpoints } from '@duizhao/contract'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useRead } from '../service/api.ts'

interface Named {
  readonly id: string
  readonly name: string
}

interface PersonSelectProps {
  readonly id?: string
  /** What it is called where no form names it. */
  readonly label?: string
  readonly value?: string | null
  readonly onChange?: (value: string | null) => void
  readonly organisationId: string
  /** Who is chosen already, so that the name is known before the list is. */
  readonly present?: Named | null
  readonly mayBeEmpty?: boolean
  /** What stands there while nobody is chosen. */
  readonly placeholder?: string
  /** Told who is chosen, with the name. */
  readonly onNamed?: (person: Named | undefined) => void
}

/** One person of an organisation or below, found by name or position. */
export function PersonSelect(props: PersonSelectProps) {
  const { id, value, onChange, organisationId, present, mayBeEmpty = false, onNamed } = props
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const { data, isFetching } = useRead(
    endpoints.listPeople,
    { params: { organisationId }, query: { text: asked, below: true, limit: 50 } },
    organisationId !== '',
  )
  const found = (data?.items ?? []).map(({ id: personId, name, position, organisation }) => ({
    value: personId,
    label: `${name}（${[position, organisation.name].filter((part) => part !== '').join('，')}）`,
  }))
  const isMissing = present != null && present.id === value && !found.some((option) => option.value === value)
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      {...(value == null ? {} : { value })}
      allowClear={mayBeEmpty}
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setText }}
      options={isMissing ? [{ value: present.id, label: present.name }, ...found] : found}
      placeholder={props.placeholder ?? '按姓名、职务找'}
      notFoundContent={isFetching ? '正在找' : '没有这样的人'}
      onChange={(next) => {
        onChange?.(next ?? null)
        onNamed?.(data?.items.find((person) => person.id === next))
      }}
    />
  )
}
