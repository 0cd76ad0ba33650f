import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { textOf } from '../../platform/text.ts'
import { problemFilters, problemOrder } from './problem-endpoints.ts'

/** How the rows on the screen may be grouped. */
export const problemGroupings = ['organisation', 'source', 'state'] as const
export type ProblemGrouping = (typeof problemGroupings)[number]

const { standing, text, isMine: _, isOwnLevel: __, ...asGiven } = problemFilters

/** What a view of the ledger keeps: what stands in the address of the page. */
export const ViewSearch = z.object({
  ...asGiven,
  standing: standing.unwrap().optional(),
  text: text.unwrap().optional(),
  isMine: z.boolean().optional(),
  isOwnLevel: z.boolean().optional(),
  group: z.enum(problemGroupings).optional(),
  sort: problemOrder.sort.unwrap().optional(),
  isDescending: z.boolean().optional(),
})
export type ViewSearch = z.infer<typeof ViewSearch>

/** The filters whose values somebody typed, or that name a person: what others may not know is not shared by a view. */
export const privateFilters = ['text', 'aspect', 'personId'] as const satisfies readonly (keyof ViewSearch)[]

/** True if a view holds nothing but what anybody may read. */
export function isShareable(search: ViewSearch): boolean {
  return privateFilters.every((filter) => (search[filter] ?? '') === '')
}

export const ViewName = textOf('名称', 20).min(1, '请给视图起个名称')

/** How many views somebody may keep. */
export const MOST_VIEWS = 50

export const LedgerView = z.object({
  id: z.uuid(),
  name: z.string(),
  search: ViewSearch,
  by: z.string().describe('谁存的'),
  isOwn: z.boolean(),
  sharedWith: z.object({ id: z.uuid(), name: z.string() }).nullable(),
})
export type LedgerView = z.infer<typeof LedgerView>

export const listViews = endpoint({
  action: 'ledger.listViews',
  summary: '台账的视图：自己的，和共享给所在组织的',
  method: 'GET',
  path: '/ledger-views',
  access: 'problem.read',
  query: pageQuery,
  response: pageOf(LedgerView),
})

export const saveView = endpoint({
  action: 'ledger.saveView',
  summary: '存台账的视图',
  method: 'POST',
  path: '/ledger-views',
  access: 'problem.read',
  body: z.object({
    name: ViewName,
    search: ViewSearch,
    sharedWith: z.uuid('请选组织').nullable().default(null).describe('共享给哪个组织；不写为只有自己'),
  }),
  response: LedgerView,
  refusals: ['not_found', 'conflict'],
})

export const removeView = endpoint({
  action: 'ledger.removeView',
  summary: '删去台账的视图',
  method: 'DELETE',
  path: '/ledger-views/:viewId',
  access: 'problem.read',
  params: { viewId: z.uuid() },
  refusals: ['not_found'],
})
