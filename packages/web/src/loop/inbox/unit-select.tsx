import { endpoints } from '@duizhao/contract'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useRead } from '../../platform/service/api.ts'

interface UnitSelectProps {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string) => void
  readonly incomingId: string
}

/** One of the units it can be passed on to, found by name; those one does not answer for as well. */
export function UnitSelect({ id, value, onChange, incomingId }: UnitSelectProps) {
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const { data } = useRead(endpoints.listIncomingUnits, { params: { incomingId }, query: { text: asked } })
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      {...(onChange === undefined ? {} : { onChange })}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder="按名称找"
      options={(data?.items ?? []).map((unit) => ({
        value: unit.id,
        label: unit.parent === null ? unit.name : `${unit.name}（${unit.parent}）`,
      }))}
    />
  )
}
