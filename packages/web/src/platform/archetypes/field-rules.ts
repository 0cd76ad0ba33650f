import type { FormRule } from 'antd'

/** What the contract asks of a value; every schema of it is one. */
export interface Asked {
  safeParse(value: unknown): {
    readonly error?: { readonly issues: readonly { readonly message: string }[] } | undefined
  }
}

/** The contract's sentence for what is wrong with a value of a field; null if nothing is. */
export function faultOf(schema: Asked, value: unknown): string | null {
  const { error } = schema.safeParse(value)
  if (error === undefined) return null
  // A text in which nobody has typed is an empty one.
  const { error: stillWrong } = value === undefined ? schema.safeParse('') : { error }
  return stillWrong?.issues[0]?.message ?? null
}

/** What a form asks of a field: what the contract asks of the request, in its words. */
export function rulesOf(schema: Asked): FormRule[] {
  const validator = (_: unknown, value: unknown): Promise<void> => {
    const fault = faultOf(schema, value)
    return fault === null ? Promise.resolve() : Promise.reject(new Error(fault))
  }
  return [{ validator }]
}

interface Field {
  readonly name: string | (string | number)[]
  readonly rules: FormRule[]
  /** For who hears the page: nothing may not stand in it. */
  readonly required: boolean
}

/** A field of a request as the properties of its `Form.Item`; `within` leads to it where it lies deeper in the form. */
export function fieldOf<Fields extends Readonly<Record<string, Asked>>>(
  fields: Fields,
  name: keyof Fields & string,
  within: readonly (string | number)[] = [],
): Field {
  const schema = fields[name] as Asked
  return {
    name: within.length === 0 ? name : [...within, name],
    rules: rulesOf(schema),
    required: faultOf(schema, undefined) !== null && faultOf(schema, null) !== null,
  }
}
