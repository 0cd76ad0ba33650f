import { problemClasses, problemClassNames, problemSources, problemSourceNames } from '@duizhao/contract'
import { Button, Input } from 'antd'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { dueInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { PersonSelect } from '../../platform/elements/person-select.tsx'
import { type Base, type InlineField, type InlinePerson, isPerson } from './inline-change.ts'
import type { Inline, InlineEdit } from './inline-edit.ts'
import { inlineFieldNames } from './inline-names.ts'

interface InlineFieldProps extends Pick<Inline, 'type' | 'save' | 'leave'> {
  readonly edit: InlineEdit
}

/** A field open in its cell of the ledger: Enter saves, Esc leaves, a refusal stands beside what was typed. */
export function InlineFieldInput({ edit, type, save, leave }: InlineFieldProps) {
  const { base, field, value, fault, hasClashed, isBusy } = edit
  const faultId = useId()
  // The name of whom one has chosen; the field keeps the id.
  const [person, setPerson] = useState('')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>(FIELDS)?.focus({ preventScroll: true }), [])
  const label = `问题 ${base.number} 号的${inlineFieldNames[field]}`
  const shared = {
    'aria-label': label,
    'aria-invalid': fault !== '',
    'aria-describedby': fault === '' ? undefined : faultId,
    value,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => type(target.value),
  }
  /** In a choice Enter would only open it, in a text only begin a line. */
  const saveByEnter = (event: React.KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void save()
  }
  return (
    <form
      ref={form}
      className={`inline-edit is-${field}`}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        leave()
      }}
    >
      {field === 'source' || field === 'class' ? (
        <select {...shared} disabled={isBusy} onKeyDown={saveByEnter}>
          {choices[field].map(([choice, name]) => (
            <option key={choice} value={choice}>
              {name}
            </option>
          ))}
        </select>
      ) : isPerson(field) ? (
        <PersonField {...{ base, field, label, value, type }} onNamed={setPerson} />
      ) : field === 'text' ? (
        <Input.TextArea {...shared} autoSize={{ minRows: 2, maxRows: 8 }} readOnly={isBusy} onKeyDown={saveByEnter} />
      ) : (
        <Input
          {...shared}
          size="small"
          type={field === 'dueOn' ? 'date' : 'text'}
          className={field === 'dueOn' ? 'date-field' : ''}
          readOnly={isBusy}
        />
      )}
      <span className="inline-buttons">
        <Button size="small" type="primary" htmlType="submit" loading={isBusy}>
          {hasClashed ? '用我写的' : '保存'}
        </Button>
        <Button size="small" disabled={isBusy} onClick={leave}>
          {hasClashed ? '用现在的' : '不改'}
        </Button>
      </span>
      {fault !== '' && (
        <div id={faultId} role="alert" className="fault">
          {fault}
        </div>
      )}
      {hasClashed && (
        <dl className="inline-both" aria-label={`${inlineFieldNames[field]}：两个人写的`}>
          <dt>现在的</dt>
          <dd>{isPerson(field) ? (base[field]?.name ?? '无') : said(field, base[field])}</dd>
          <dt>我写的</dt>
          <dd>{isPerson(field) ? person || '无' : said(field, value)}</dd>
        </dl>
      )}
    </form>
  )
}

const FIELDS = 'input, select, textarea'

interface PersonFieldProps extends Pick<Inline, 'type'> {
  readonly base: Base
  readonly field: InlinePerson
  readonly label: string
  readonly value: string
  readonly onNamed: (name: string) => void
}

/** Who leads or does it, of the unit and below it; those of one name are told apart by position and unit. */
function PersonField({ base, field, label, value, type, onNamed }: PersonFieldProps): ReactNode {
  return (
    <PersonSelect
      label={label}
      value={value === '' ? null : value}
      organisationId={base.organisation.id}
      present={base[field]}
      mayBeEmpty={field === 'handler'}
      isLead={field === 'lead'}
      onChange={(id) => type(id ?? '')}
      onNamed={(chosen) => onNamed(chosen?.name ?? '')}
    />
  )
}

type Written = Exclude<InlineField, InlinePerson>

function said(field: Written, value: string | null): string {
  if (value === null || value === '') return field === 'dueOn' ? '未定时限' : '（空）'
  if (field === 'dueOn') return dueInChinese(value, todayInChina())
  if (field === 'aspect' || field === 'text') return value
  return choices[field].find(([choice]) => choice === value)?.[1] ?? value
}

const choices: Readonly<Record<'source' | 'class', readonly (readonly [choice: string, name: string])[]>> = {
  source: problemSources.map((source) => [source, problemSourceNames[source]]),
  class: problemClasses.map((kind) => [kind, problemClassNames[kind]]),
}
