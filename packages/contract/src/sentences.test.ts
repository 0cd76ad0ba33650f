import { expect, it } from 'vitest'
import { z } from 'zod'
import { endpoints } from './features.ts'
import type { Endpoint } from './platform/endpoint.ts'

/** What the pages send by themselves: versions, what stands in a list that is ticked, boxes, choices by row, the place of a person, what the address of the ledger holds. */
const NOT_ASKED =
  /\.(?:version|id|ids|problemIds\.0|(?:assignments|changes|extensions)\.0\.problemId|doneMeasureIds\.0|is(?!Granted)[A-Z]\w+)$|^saveView\.search\.\w+$|^changePerson\.organisationId$|^confirmLedgerImport\.(?:same\.0\.line|units\.0\.organisationId|people\.0\.personId)$|^mendLedgerImport\.skipped\.0\.row$/

/** The fields of a schema down to those that are filled in one by one, each with its place. */
function leaves(schema: z.ZodType, place: string): (readonly [place: string, schema: z.ZodType])[] {
  if (schema instanceof z.ZodDefault) return leaves(schema.unwrap() as z.ZodType, place)
  if (schema instanceof z.ZodArray) return leaves(schema.element as z.ZodType, `${place}.0`)
  if (!(schema instanceof z.ZodObject)) return [[place, schema]]
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, of]) =>
    leaves(of, `${place}.${name}`),
  )
}

const asked = Object.entries<Endpoint>(endpoints)
  .flatMap(([name, { body }]) => (body instanceof z.ZodUndefined ? [] : leaves(body, name)))
  .filter(([place]) => !NOT_ASKED.test(place))

const texts = ['', ' ', '一', '字'.repeat(10_000), 'a@', '0001-01-01', '2026-02-30']
const others = [undefined, null, -1, 1.5, 1e9]

it('whatever is wrong in a field that a form asks, the contract has a sentence of its own for it', () => {
  expect(asked.length).toBeGreaterThan(60)
  const foreign = asked.flatMap(([place, schema]) =>
    // A text that nobody typed is an empty one.
    (schema instanceof z.ZodString ? texts : [...texts, ...others])
      .flatMap((value) => schema.safeParse(value).error?.issues ?? [])
      .filter(({ message }) => !/^\p{Script=Han}/u.test(message))
      .map(({ message }) => `${place}: ${message}`),
  )
  expect(foreign).toEqual([])
})
