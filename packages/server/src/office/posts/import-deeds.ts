import { PostRole } from '@duizhao/contract'
import { z } from 'zod'

const PostBefore = z.object({
  role: PostRole,
  caption: z.string(),
  seat: z.int(),
  leadIds: z.array(z.uuid()).readonly(),
  branchId: z.uuid().nullable(),
  fromOn: z.string(),
  toOn: z.string().nullable(),
})

/** What an import of posts wrote: `before` is null for one it registered, `version` the one it left the post at. */
export const PostDeeds = z.array(z.object({ id: z.uuid(), version: z.int(), before: PostBefore.nullable() }))
export type PostDeed = z.infer<typeof PostDeeds>[number]
