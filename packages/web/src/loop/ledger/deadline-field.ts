import type { FormRule } from 'antd'
import { type Asked, fieldOf } from '../../platform/archetypes/field-rules.ts'

/** A date is asked of everything but what is sustained; the contract asks it of both fields together. */
const datedUnlessSustained: FormRule = ({ getFieldValue }) => ({
  validator: (_, value: unknown) =>
    typeof value === 'string' || getFieldValue('class') === 'sustained'
      ? Promise.resolve()
      : Promise.reject(new Error('请填写日期；只有长期坚持的可以不写')),
})

/** The field of a deadline beside that of the class, as the properties of its `Form.Item`. */
export function deadlineOf<Fields extends Readonly<Record<string, Asked>>>(
  fields: Fields,
  name: keyof Fields & string,
) {
  const field = fieldOf(fields, name)
  return { ...field, rules: [...field.rules, datedUnlessSustained], dependencies: ['class'] }
}
