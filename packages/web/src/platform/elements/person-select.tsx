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
  /** True where a leader is wanted: those in charge of the organisation and its team come first. */
  readonly isLead?: boolean
  /** What stands there while nobody is chosen. */
  readonly placeholder?: string
  /** Told who is chosen, with the name. */
  readonly onNamed?: (person: Named | undefined) => void
}

/** One person of an organisation or below, or who is in charge of it, found by name or position. */
export function PersonSelect(props: PersonSelectProps) {
  const { id, value, onChange, organisationId, present, mayBeEmpty = false, isLead = false, onNamed } = props
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const { data, isFetching } = useRead(
    endpoints.listPeople,
    { params: { organisationId }, query: { text: asked, below: true, limit: 50 } },
    organisationId !== '',
  )
  const leaders = useRead(
    endpoints.listLeaders,
    { params: { organisationId }, query: { text: asked } },
    isLead && organisationId !== '',
  )
  const others = (data?.items ?? []).map(({ organisation, ...person }) => ({
    ...person,
    organisationName: organisation.name,
  }))
  const people = inOrder(leaders.data?.items ?? [], others)
  const isMissing = present != null && present.id === value && !people.some((person) => person.id === value)
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      {...(value == null ? {} : { value })}
      allowClear={mayBeEmpty}
      loading={isFetching || leaders.isFetching}
      showSearch={{ filterOption: false, onSearch: setText }}
      options={[...(isMissing ? [{ value: present.id, label: present.name }] : []), ...people.map(optionOf)]}
      placeholder={props.placeholder ?? '按姓名、职务找'}
      notFoundContent={isFetching || leaders.isFetching ? '正在找' : '没有这样的人'}
      onChange={(next) => {
        onChange?.(next ?? null)
        onNamed?.(people.find((person) => person.id === next))
      }}
    />
  )
}

interface Offered extends Named {
  readonly position: string
  readonly organisationName: string
  readonly isInCharge?: boolean
}

/** Those who lead first, as they come; then the others, each once. */
function inOrder(leaders: readonly Offered[], others: readonly Offered[]): Offered[] {
  return [...leaders, ...others.filter(({ id }) => !leaders.some((leader) => leader.id === id))]
}

function optionOf({ id, name, position, organisationName, isInCharge = false }: Offered) {
  const said = [position, organisationName, isInCharge ? '分管' : ''].filter((part) => part !== '')
  return { value: id, label: `${name}（${said.join('，')}）` }
}
