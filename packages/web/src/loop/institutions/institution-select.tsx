import { endpoints } from '@duizhao/contract'
import { Select } from 'antd'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { sentenceOf } from '../../platform/service/api.ts'
import { stateInChinese } from './institution-words.tsx'

interface InstitutionSelectProps {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (paperId: string | null) => void
  readonly organisationId: string
  /** Which of them is not offered. */
  readonly except?: string
}

/** One of the institutions of a body, found by its name. */
export function InstitutionSelect({ id, value, onChange, organisationId, except }: InstitutionSelectProps) {
  const { rows, error, onMore } = usePages(endpoints.listInstitutions, {
    params: { organisationId },
    query: { only: 'all', limit: 200 },
  })
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      {...(value == null ? {} : { value })}
      allowClear
      loading={rows === undefined}
      showSearch={{ optionFilterProp: 'label', ...(onMore === undefined ? {} : { onSearch: onMore }) }}
      placeholder="按名称找"
      notFoundContent={error ? sentenceOf(error) : rows === undefined ? '正在读取' : '没有登记过这样的制度'}
      options={(rows ?? [])
        .filter(({ paperId }) => paperId !== except)
        .map((institution) => ({
          value: institution.paperId,
          label: `《${institution.title}》${institution.number}（${stateInChinese(institution)}）`,
        }))}
      onChange={(next) => onChange?.(next ?? null)}
    />
  )
}
