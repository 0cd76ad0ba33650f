import type { InlineField } from './inline-change.ts'
import { problemFieldNames } from './problem-fields.tsx'

/** What the fields are called that are changed in their cells. */
export const inlineFieldNames: Readonly<Record<InlineField, string>> = {
  ...problemFieldNames,
  lead: '责任领导',
  handler: '责任人',
}
