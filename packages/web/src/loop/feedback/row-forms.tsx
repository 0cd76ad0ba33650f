import {
  endpoints,
  type FeedbackItem,
  type Inspection,
  type ProblemClass,
  problemClasses,
  problemClassNames,
} from '@duizhao/contract'
import { firstOf, shortened } from '@duizhao/engine/wording'
import { Form, Input, Radio, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { useChange, useRead } from '../../platform/service/api.ts'

interface Props {
  readonly item: FeedbackItem
  readonly inspection: Inspection
  readonly onClose: () => void
}

interface Registered {
  readonly organisationId: string
  readonly text: string
  readonly aspect: string
  readonly class: ProblemClass
  readonly dueOn: string | null
}

const LONGEST_ASPECT = 200

/** Registers a problem of an item, in the words it is to have in the ledger. */
export function RegisterRowForm({ item, inspection, onClose }: Props) {
  const register = useChange(endpoints.registerFeedbackRow)
  const { id, version, category, aspect, text } = item
  const { shape } = endpoints.registerFeedbackRow.body
  return (
    <FormDialogue<Registered>
      title="反馈的问题列入台账"
      okText="列入台账"
      draft={`feedback row ${id} ${version} ${item.rows.length}`}
      initialValues={{
        ...{ organisationId: inspection.organisation.id, text, class: 'dated', dueOn: null },
        aspect: firstOf(aspect || category, LONGEST_ASPECT),
      }}
      onSave={(body) => register.mutateAsync({ params: { itemId: id }, body })}
      onClose={onClose}
    >
      <p className="quiet">来源记为{inspection.name}，出处是反馈意见的原话。一条反馈可以列成几个问题，逐个列入。</p>
      <Form.Item {...fieldOf(shape, 'organisationId')} label="单位">
        <OrganisationSelect near={inspection.organisation.id} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'text')} label="问题">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'aspect')} label="方面">
        <Input />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'class')} label="类型">
        <Radio.Group options={problemClasses.map((value) => ({ value, label: problemClassNames[value] }))} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'dueOn')} label="完成时限" extra="长期坚持的可以不写">
        <DateField />
      </Form.Item>
    </FormDialogue>
  )
}

const MOST_FOUND = 50
const MOST_WORDS = 40

/** Says that an item ends in a problem that is in the ledger already. */
export function LinkRowForm({ item, inspection, onClose }: Props) {
  const link = useChange(endpoints.linkFeedbackRow)
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const query = { organisationId: inspection.organisation.id, text: asked, standing: 'all' as const, limit: MOST_FOUND }
  const { data, isFetching } = useRead(endpoints.listProblems, { query })
  const known = new Set(item.rows.map(({ id }) => id))
  const options = (data?.items ?? [])
    .filter(({ id }) => !known.has(id))
    .map(({ id, number, text: words }) => ({ value: id, label: `${number} 号　${shortened(words, MOST_WORDS)}` }))
  return (
    <FormDialogue<{ readonly problemId: string }>
      title="对应台账里的问题"
      okText="对应"
      draft={null}
      initialValues={{}}
      onSave={(body) => link.mutateAsync({ params: { itemId: item.id }, body })}
      onClose={onClose}
    >
      <p>
        第 {item.ordinal} 条：{item.text}
      </p>
      <Form.Item {...fieldOf(endpoints.linkFeedbackRow.body.shape, 'problemId')} label="台账里的问题">
        <Select
          showSearch={{ filterOption: false, onSearch: setText }}
          loading={isFetching}
          options={options}
          placeholder="按编号或文字找"
          notFoundContent={isFetching ? '正在找' : '没有这样的问题'}
        />
      </Form.Item>
    </FormDialogue>
  )
}
