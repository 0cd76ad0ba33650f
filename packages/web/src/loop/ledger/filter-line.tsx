import {
  problemClasses,
  problemClassNames,
  problemFilters,
  problemGroupings,
  problemSources,
  problemSourceNames,
  problemStateNames,
  problemStates,
} from '@duizhao/contract'
import { Button, Checkbox, Input, Select, Tag } from 'antd'
import { useState } from 'react'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { daysAfter, monthInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { groupingNames, type LedgerSearch, standingAskedNames, standingsAsked } from './ledger-filters.ts'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'

interface FilterLineProps {
  readonly search: LedgerSearch
  readonly onChange: (change: LedgerSearch) => void
}

/** What the ledger is narrowed to, as words in a line. */
export function FilterLine({ search, onChange }: FilterLineProps) {
  // On a phone the rows come first: but for the organisation the words are asked for.
  const [isOpen, setOpen] = useState(false)
  return (
    <div
      className={isOpen ? 'filters ledger-filters is-open' : 'filters ledger-filters'}
      role="search"
      aria-label="筛选"
    >
      <Button className="more-filters" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? '收起筛选' : '更多筛选'}
      </Button>
      <OrganisationSelect
        isPlain
        mayBeEmpty
        value={search.organisationId}
        placeholder="全部组织"
        label="组织"
        onChange={(organisationId) => onChange({ organisationId, isOwnLevel: undefined })}
      />
      <Choice
        label="完成情况"
        options={standingsAsked}
        names={standingAskedNames}
        value={search.standing ?? 'open'}
        onChange={(standing) => onChange({ standing, state: undefined })}
      />
      <Choice
        label="来源"
        whenNone="全部来源"
        options={problemSources}
        names={problemSourceNames}
        value={search.source}
        onChange={(source) => onChange({ source })}
      />
      <Choice
        label="类型"
        whenNone="全部类型"
        options={problemClasses}
        names={problemClassNames}
        value={search.class}
        onChange={(kind) => onChange({ class: kind })}
      />
      <Choice
        label="状态"
        whenNone="全部状态"
        options={problemStates}
        names={problemStateNames}
        value={search.state}
        // A state says more than open or done, so that the two never contradict each other.
        onChange={(state) => onChange({ state, standing: state === undefined ? undefined : 'all' })}
      />
      <DueChoice search={search} onChange={onChange} />
      <Checkbox
        checked={search.isMine === true}
        onChange={({ target }) => onChange({ isMine: target.checked || undefined })}
      >
        只看我负责的
      </Checkbox>
      <Words key={search.text ?? ''} text={search.text ?? ''} onChange={(text) => onChange({ text })} />
      <Choice
        label="分组"
        whenNone="不分组"
        options={problemGroupings}
        names={{
          organisation: `按${groupingNames.organisation}分组`,
          source: `按${groupingNames.source}分组`,
          state: `按${groupingNames.state}分组`,
        }}
        value={search.group}
        onChange={(group) => onChange({ group })}
      />
      <Rest search={search} onChange={onChange} />
    </div>
  )
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly whenNone?: string
  readonly options: readonly T[]
  readonly names: Readonly<Record<T, string>>
  readonly value: T | undefined
  readonly onChange: (value: T | undefined) => void
}

/** One word of the line, with the others it could be. */
function Choice<T extends string>({ label, whenNone, options, names, value, onChange }: ChoiceProps<T>) {
  const none = whenNone === undefined ? [] : [{ value: '', label: whenNone }]
  return (
    <Select<string>
      variant="filled"
      aria-label={label}
      value={value ?? ''}
      popupMatchSelectWidth={false}
      options={[...none, ...options.map((option) => ({ value: option, label: names[option] }))]}
      onChange={(next) => onChange(options.find((option) => option === next))}
    />
  )
}

const dueNames = { week: '7 天内到期', month: '30 天内到期', own: '自定起止' } as const
const dueChoices = ['week', 'month', 'own'] as const

/** By when: within a week, within a month, or between two dates. */
function DueChoice({ search, onChange }: FilterLineProps) {
  const { dueFrom, dueTo } = search
  const [isOwn, setOwn] = useState(false)
  const today = todayInChina()
  const until = { week: daysAfter(today, 7), month: daysAfter(today, 30) }
  const preset = dueFrom === today ? (['week', 'month'] as const).find((choice) => until[choice] === dueTo) : undefined
  const isDated = dueFrom !== undefined || dueTo !== undefined
  const chosen = isOwn || (isDated && preset === undefined) ? 'own' : preset
  const choose = (choice: (typeof dueChoices)[number] | undefined): void => {
    setOwn(choice === 'own')
    if (choice === undefined) onChange({ dueFrom: undefined, dueTo: undefined })
    else if (choice !== 'own') onChange({ dueFrom: today, dueTo: until[choice] })
  }
  return (
    <>
      <Choice label="时限" whenNone="时限不限" options={dueChoices} names={dueNames} value={chosen} onChange={choose} />
      {chosen === 'own' && (
        <span className="between">
          <DateField
            label="时限从"
            value={dueFrom ?? null}
            onChange={(date) => onChange({ dueFrom: date ?? undefined })}
          />
          到
          <DateField label="时限到" value={dueTo ?? null} onChange={(date) => onChange({ dueTo: date ?? undefined })} />
        </span>
      )}
    </>
  )
}

/** Words in the problem; asked when one has stopped writing them. */
function Words({ text, onChange }: { readonly text: string; readonly onChange: (text: string | undefined) => void }) {
  const [typed, setTyped] = useState(text)
  const ask = (): void => {
    if (typed.trim() !== text) onChange(typed.trim() === '' ? undefined : typed.trim())
  }
  return (
    <Input.Search
      className="words"
      allowClear
      value={typed}
      maxLength={problemFilters.text.unwrap().maxLength ?? undefined}
      placeholder="编号或问题内容"
      aria-label="编号或问题内容"
      onChange={({ target }) => {
        setTyped(target.value)
        if (target.value === '' && text !== '') onChange(undefined)
      }}
      onSearch={ask}
      onBlur={ask}
    />
  )
}

/** What came with the address and has no word of its own in the line; each can be taken away. */
function Rest({ search, onChange }: FilterLineProps) {
  const { isOwnLevel, aspect, registeredMonth, struckOffMonth, personId, inspectionId } = search
  return (
    <>
      {isOwnLevel === true && (
        <Tag closable={{ 'aria-label': '连同下级' }} onClose={() => onChange({ isOwnLevel: undefined })}>
          只看本级
        </Tag>
      )}
      {aspect !== undefined && (
        <Tag closable={{ 'aria-label': '不限方面' }} onClose={() => onChange({ aspect: undefined })}>
          方面：{aspect}
        </Tag>
      )}
      {registeredMonth !== undefined && (
        <Tag closable={{ 'aria-label': '不限登记的月份' }} onClose={() => onChange({ registeredMonth: undefined })}>
          {monthInChinese(registeredMonth)}登记
        </Tag>
      )}
      {struckOffMonth !== undefined && (
        <Tag closable={{ 'aria-label': '不限销号的月份' }} onClose={() => onChange({ struckOffMonth: undefined })}>
          {monthInChinese(struckOffMonth)}销号
        </Tag>
      )}
      {inspectionId !== undefined && (
        <Tag closable={{ 'aria-label': '不限巡视巡察' }} onClose={() => onChange({ inspectionId: undefined })}>
          一次巡视巡察反馈的
        </Tag>
      )}
      {personId !== undefined && (
        <Tag closable={{ 'aria-label': '不限责任人' }} onClose={() => onChange({ personId: undefined })}>
          责任人：一人
        </Tag>
      )}
    </>
  )
}
