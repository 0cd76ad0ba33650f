import { isNothing } from '@duizhao/contract'
import { z } from 'zod'

type Schema = z.core.JSONSchema.BaseSchema

/** One value a request or an answer holds, for a reader. */
export interface Field {
  /** With the way to it: `items[].organisation.name`; empty for the whole. */
  readonly name: string
  readonly type: string
  readonly isRequired: boolean
  readonly meaning: string
}

/** Everything a body or an answer holds, in order, objects before what is in them; nothing if there is none. */
export function fieldsOf(schema: z.ZodType, io: 'input' | 'output'): Field[] {
  if (isNothing(schema)) return []
  const whole = schemaOf(schema, io)
  const inside = within(whole, '')
  return inside.length > 0 ? inside : [{ name: '', type: typeOf(whole), isRequired: true, meaning: meaningOf(whole) }]
}

/** A parameter of the path or the query. */
export function parameterOf(name: string, schema: z.ZodType): Field {
  const given = schemaOf(schema, 'input')
  return {
    name,
    type: typeOf(given),
    isRequired: !schema.safeParse(undefined).success,
    meaning: meaningOf(given),
  }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Schema {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' })
}

function isSchema(part: unknown): part is Schema {
  return typeof part === 'object' && part !== null && !Array.isArray(part)
}

/** The fields inside objects, and inside the objects of lists and alternatives. */
function within(schema: Schema, prefix: string): Field[] {
  if (isSchema(schema.items)) return within(schema.items, `${prefix}[]`)
  const alternatives = (schema.anyOf ?? []).filter(isSchema)
  if (alternatives.length > 0) return alternatives.flatMap((one) => within(one, prefix))
  return Object.entries(schema.properties ?? {}).flatMap(([name, part]) => {
    if (!isSchema(part)) return []
    const path = prefix === '' ? name : `${prefix}.${name}`
    const isRequired = schema.required?.includes(name) === true && part.default === undefined
    return [{ name: path, type: typeOf(part), isRequired, meaning: meaningOf(part) }, ...within(part, path)]
  })
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: '编号（UUID）',
  date: '日期（年-月-日）',
  'date-time': '时刻（ISO 8601，UTC）',
  email: '邮箱',
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  integer: '整数',
  number: '数字',
  boolean: '是否（true、false）',
  null: 'null',
  object: '对象',
}

function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.anyOf) return [...new Set(schema.anyOf.filter(isSchema).map(typeOf))].join(' 或 ')
  if (isSchema(schema.items)) return `列表，每项是${typeOf(schema.items)}`
  if (isSchema(schema.additionalProperties) && schema.properties === undefined)
    return `对象，每个值是${typeOf(schema.additionalProperties)}`
  if (schema.format !== undefined) return FORMATS[schema.format] ?? schema.format
  // A flag may be told as a boolean or, in an address, as a word.
  const [type = ''] = [schema.type ?? []].flat()
  return `${TYPES[type] ?? '任何值'}${limitsOf(schema)}`
}

function limitsOf({ minLength = 0, maxLength, minimum, maximum }: Schema): string {
  if (maxLength !== undefined) return minLength > 0 ? `，${minLength}—${maxLength} 字` : `，最多 ${maxLength} 字`
  if (minLength > 0) return `，至少 ${minLength} 字`
  const [least, most] = [minimum ?? Number.MIN_SAFE_INTEGER, maximum ?? Number.MAX_SAFE_INTEGER]
  const [isBelow, isAbove] = [least > Number.MIN_SAFE_INTEGER, most < Number.MAX_SAFE_INTEGER]
  if (isBelow && isAbove) return `，${least}—${most}`
  return isBelow ? `，不小于 ${least}` : isAbove ? `，不大于 ${most}` : ''
}

function meaningOf({ description = '', default: usual }: Schema): string {
  if (usual === undefined || usual === '') return description
  return [description, `不写则为 ${JSON.stringify(usual)}`].filter((part) => part !== '').join('；')
}
