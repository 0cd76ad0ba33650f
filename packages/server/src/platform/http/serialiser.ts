import build from 'fast-json-stringify'
import { z } from 'zod'

type Serialiser = (answer: unknown) => string

const built = new WeakMap<z.ZodType, Serialiser>()

/**
 * Writes answers of a schema as JSON: what the schema declares, and nothing else. Built with the first answer, once in a
 * process: a start that built all of them at once would take half a second longer.
 */
export function serialiserOf(response: z.ZodType): Serialiser {
  return (answer) => {
    const serialise = built.get(response) ?? build(jsonSchemaOf(response), { ajv: { strict: false } })
    built.set(response, serialise)
    return serialise(answer)
  }
}

function jsonSchemaOf(response: z.ZodType): object {
  const { $schema: _, ...schema } = z.toJSONSchema(response, { target: 'draft-7', unrepresentable: 'any' })
  return schema
}
