import { z } from 'zod'

export const LARGEST_PAGE = 200

/** The query of every list: where the page before ended, and how many rows are wanted. */
export const pageQuery = {
  after: z.string().max(400).optional().describe('上一页返回的 next'),
  limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(50),
}

/** A page of a list; `next` is null on the last. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

export interface Page<T> {
  readonly items: T[]
  readonly next: string | null
}
