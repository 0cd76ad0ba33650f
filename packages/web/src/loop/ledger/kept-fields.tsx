import { problemClasses, problemClassNames } from '@duizhao/contract'
import { Form, Radio } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { type Asked, fieldOf } from '../../platform/archetypes/field-rules.ts'

/** What stands in a field of many problems that is not said. */
export const KEPT = '不改'

/** What has been emptied again is not said. */
export const orKept = (chosen: string | null): string | undefined => chosen ?? undefined

interface KeptFieldProps {
  readonly fields: { readonly class: Asked; readonly dueOn: Asked }
}

/** The class of many problems; left alone each keeps its own. */
export function KeptClass({ fields }: { readonly fields: Pick<KeptFieldProps['fields'], 'class'> }) {
  return (
    <Form.Item
      {...fieldOf(fields, 'class')}
      label="类型"
      normalize={(chosen: string) => (chosen === KEPT ? undefined : chosen)}
      getValueProps={(chosen: string | undefined) => ({ value: chosen ?? KEPT })}
    >
      <Radio.Group
        options={[
          { value: KEPT, label: KEPT },
          ...problemClasses.map((value) => ({ value, label: problemClassNames[value] })),
        ]}
      />
    </Form.Item>
  )
}

/** The deadline of many problems; left alone each keeps its own. */
export function KeptDeadline({ fields }: { readonly fields: Pick<KeptFieldProps['fields'], 'dueOn'> }) {
  return (
    <Form.Item {...fieldOf(fields, 'dueOn')} label="完成时限" extra="不填为不改。" normalize={orKept}>
      <DateField />
    </Form.Item>
  )
}
