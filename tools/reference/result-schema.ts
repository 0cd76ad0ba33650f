import { jsonResultSchema } from '@duizhao/cli'
import { z } from 'zod'

/** docs/result.schema.json: the JSON Schema (draft 2020-12) of `duizhao review --format json`. */
export function resultSchema(): string {
  const schema = z.toJSONSchema(jsonResultSchema, { io: 'input' })
  return `${JSON.stringify({ title: 'duizhao review --format json', ...schema }, null, 2)}\n`
}
