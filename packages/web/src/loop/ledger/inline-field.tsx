import { Aspect, problemClasses, problemClassNames, problemSources, problemSourceNames } from '@duizhao/contract'
import { Button, Input, type InputRef } from 'antd'
import { useEffect, useId, useRef } from 'react'
import { dueInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import type { Inline, InlineEdit } from './inline-edit.ts'
import { problemFieldNames } from './problem-fields.tsx'

interface InlineFieldProps extends Pick<Inline, 'type' | 'save' | 'leave'> {
  readonly edit: InlineEdit
}

/** A field open in its cell of the ledger: Enter saves, Esc leaves, a refusal stands beside what was typed. */
export function InlineFieldInput({ edit, type, save, leave }: InlineFieldProps) {
  const { base, field, value, fault, hasClashed, isBusy } = edit
  const input = useRef<InputRef>(null)
  const faultId = useId()
  useEffect(() => input.current?.focus({ preventScroll: true }), [])
  const shared = {
    'aria-label': `问题 ${base.number} 号的${problemFieldNames[field]}`,
    'aria-invalid': fault !== '',
    'aria-describedby': fault === '' ? undefined : faultId,
    value,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => type(target.value),
  }
  return (
    <form
      className="inline-edit"
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
        <select
          {...shared}
          ref={(element) => element?.focus({ preventScroll: true })}
          disabled={isBusy}
          onKeyDown={(event) => {
            // In a choice Enter would only open it.
            if (event.key !== 'Enter') return
            event.preventDefault()
            void save()
          }}
        >
          {choices[field].map(([choice, name]) => (
            <option key={choice} value={choice}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <Input
          {...shared}
          ref={input}
          size="small"
          type={field === 'dueOn' ? 'date' : 'text'}
          className={field === 'dueOn' ? 'date-field' : ''}
          maxLength={field === 'dueOn' ? undefined : (Aspect.maxLength ?? undefined)}
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
        <dl className="inline-both" aria-label={`${problemFieldNames[field]}：两个人写的`}>
          <dt>现在的</dt>
          <dd>{said(field, base[field])}</dd>
          <dt>我写的</dt>
          <dd>{said(field, value)}</dd>
        </dl>
      )}
    </form>
  )
}

function said(field: InlineEdit['field'], value: string | null): string {
  if (value === null || value === '') return field === 'dueOn' ? '没有定时限' : '（空）'
  if (field === 'dueOn') return dueInChinese(value, todayInChina())
  return field === 'aspect' ? value : (choices[field].find(([choice]) => choice === value)?.[1] ?? value)
}

const choices: Readonly<Record<'source' | 'class', readonly (readonly [choice: string, name: string])[]>> = {
  source: problemSources.map((source) => [source, problemSourceNames[source]]),
  class: problemClasses.map((kind) => [kind, problemClassNames[kind]]),
}
