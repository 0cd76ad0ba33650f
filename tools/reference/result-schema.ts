import { resultJsonSchema } from '@duizhao/report'

/** docs/result.schema.json: the JSON Schema of `duizhao review --format json`. */
export function resultSchema(): string {
  return `${JSON.stringify(resultJsonSchema(), null, 2)}\n`
}
