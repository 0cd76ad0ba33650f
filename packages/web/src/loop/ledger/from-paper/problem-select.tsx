import { endpoints } from '@duizhao/contract'
import { shortened } from '@duizhao/engine/wording'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useRead } from '../../../platform/service/api.ts'

interface Known {
  readonly id: string
  readonly number: number
}

interface ProblemSelectProps {
  readonly organisationId: string
  readonly value: Known | null
  readonly onChange: (known: Known | null) => void
}

const MOST_WORDS = 40

/** An open problem of the unit itself, found by number or words. */
export function ProblemSelect({ organisationId, value, onChange }: ProblemSelectProps) {
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const { data, isFetching } = useRead(
    endpoints.listProblems,
    { query: { organisationId, text: asked, limit: 50 } },
    organisationId !== '',
  )
  const found = (data?.items ?? [])
    .filter(({ organisation }) => organisation.id === organisationId)
    .map((problem) => ({
      value: problem.id,
      label: `${problem.number} 号　${shortened(problem.text, MOST_WORDS)}`,
      problem,
    }))
  const isMissing = value !== null && !found.some((option) => option.value === value.id)
  return (
    <Select<string>
      aria-label="并入台账的问题"
      {...(value === null ? {} : { value: value.id })}
      allowClear
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setText }}
      options={isMissing ? [{ value: value.id, label: `${value.number} 号` }, ...found] : found}
      placeholder="不并入，登记为新的问题"
      notFoundContent={isFetching ? '正在找' : '没有这样的问题'}
      onChange={(id?: string) => {
        const chosen = found.find((option) => option.value === id)?.problem
        onChange(chosen === undefined ? null : { id: chosen.id, number: chosen.number })
      }}
    />
  )
}
