import type { FormInstance } from 'antd'
import type { ReactNode } from 'react'
import { FormDialogue } from '../archetypes/form-dialogue.tsx'
import { WillChange, type WillChangeRow } from './will-change.tsx'

interface BatchFormProps<Fields extends object> {
  readonly title: string
  /** What happens, on the button. */
  readonly okText: string
  readonly hint: ReactNode
  /** What will become of each problem. */
  readonly rows: readonly WillChangeRow[]
  /** What is said of one that is left out, before the reason. */
  readonly whenLeft: string
  readonly width?: number
  readonly form?: FormInstance<Fields>
  readonly initialValues?: Partial<Fields>
  readonly onSave: (fields: Fields) => Promise<unknown>
  readonly onClose: () => void
  readonly children?: ReactNode
}

/**
 * A form about many problems at once: what will change of each is seen before. Saved it stays: the report of what was done,
 * which whoever opened it shows in its place, is still to be read.
 */
export function BatchForm<Fields extends object>(props: BatchFormProps<Fields>) {
  const { title, okText, hint, rows, whenLeft, width = 720, form, initialValues = {}, children } = props
  const { onSave, onClose } = props
  return (
    <FormDialogue<Fields>
      {...{ title, okText, width, initialValues, onSave, onClose }}
      {...(form === undefined ? {} : { form })}
      draft={null}
      isNothing={!rows.some(({ isSent }) => isSent)}
      onSaved={() => undefined}
    >
      <p className="quiet">{hint}</p>
      {children}
      <WillChange rows={rows} whenLeft={whenLeft} />
    </FormDialogue>
  )
}
