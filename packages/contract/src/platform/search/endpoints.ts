import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

export const Found = z.object({
  kind: z.string().describe('organisation、person、problem 等：哪一类东西'),
  id: z.uuid(),
  title: z.string(),
  /** Where it belongs, or the words around the match. */
  context: z.string(),
  link: z.string(),
})

export const findEntries = endpoint({
  action: 'search.find',
  summary: '搜索',
  method: 'GET',
  path: '/search',
  access: 'signed-in',
  query: { text: z.string().trim().min(1).max(60), limit: z.coerce.number().int().min(1).max(50).default(20) },
  response: z.object({ items: z.array(Found) }),
})
