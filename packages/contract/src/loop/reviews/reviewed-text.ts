import { z } from 'zod'

/** A version as it was read and reviewed: its text and what it consists of, as `packages/view` draws it. */

/** Nobody writes into what was read. */
const listOf = <Each extends z.ZodType>(each: Each) => z.array(each).readonly()

const span = { start: z.int(), end: z.int() }

const Cell = z.object({ ...span, header: z.string(), rowSpan: z.int(), columnSpan: z.int() })

const Part = z.object({
  ...span,
  id: z.string(),
  kind: z.enum(['problem', 'cause', 'measure', 'prior', 'statement']),
  number: z.int(),
  lead: z.string(),
  aspect: z.string().exactOptional(),
  hasExample: z.boolean().exactOptional(),
  linked: listOf(z.string()),
})

export const ReviewedText = z.object({
  title: z.string(),
  facts: listOf(z.string()),
  notes: listOf(z.string()),
  text: z.string(),
  isMarkdown: z.boolean(),
  paragraphs: listOf(z.object({ ...span, look: z.enum(['title', 'section', 'aspect', 'body', 'footnote']) })),
  tables: listOf(z.object({ ...span, name: z.string(), headRows: z.int(), rows: listOf(listOf(Cell)) })),
  sections: listOf(z.object({ ...span, role: z.string(), heading: z.string() })),
  aspects: listOf(z.object({ id: z.string(), mark: z.string(), heading: z.string(), start: z.int() })),
  items: listOf(Part),
  claims: listOf(z.object({ ...span, claimed: z.number().nullable(), found: z.number().nullable() })),
})
export type ReviewedText = z.infer<typeof ReviewedText>
