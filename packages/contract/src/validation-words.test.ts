import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Endpoint, endpoints } from './index.ts'

/** Values that are wrong for most fields, each in another way. */
const WRONG: readonly unknown[] = [
  undefined,
  null,
  '',
  'x',
  'x'.repeat(60_000),
  -1,
  1.5,
  10 ** 12,
  true,
  [],
  {},
  [1],
  { a: 1 },
]

/** Latin words that are no words of a library: file names and formats people know. */
const KNOWN = /Word|Excel|SHA-256|JSON/g

describe('what is said of a wrong value', () => {
  it.each(Object.entries<Endpoint>(endpoints))('%s: in Chinese, of every field', (_, { params, query, body }) => {
    const shapes = [
      params,
      query,
      body instanceof z.ZodObject ? (body.shape as Readonly<Record<string, z.ZodType>>) : {},
    ]
    const told = shapes
      .flatMap((shape) => Object.entries(shape))
      .flatMap(([field, schema]) =>
        WRONG.flatMap((value) => {
          const { error } = schema.safeParse(value)
          return (error?.issues ?? []).map(({ message }) => `${field}: ${message}`)
        }),
      )
    const foreign = told.filter((line) => {
      const words = line.slice(line.indexOf(': ') + 2).replaceAll(KNOWN, '')
      return !/[\u4e00-\u9fff]/u.test(words) || /[A-Za-z]{3,}/.test(words)
    })
    expect([...new Set(foreign)]).toEqual([])
  })
})
