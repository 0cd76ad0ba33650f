import type { Feature } from '../../platform/feature.ts'
import { endPostsOf } from './end-posts-of.ts'
import { postInWords } from './post-words.ts'
import { hasPosts, postsEverOf } from './queries.ts'
import { postRoutes } from './routes.ts'

export { createPost } from './create-post.ts'
export { heldOn } from './held-queries.ts'
export {
  headsOn,
  holdsPost,
  leadersOn,
  type Member,
  membersOn,
  postsOf,
  postsOfPeople,
  unitsLedBy,
} from './member-queries.ts'
export { postsIn, type PostSpan } from './span-queries.ts'

export const posts: Feature = {
  name: 'posts',
  routes: postRoutes,
  personLeaves: endPostsOf,
  blocksRemoval: async (tx, organisationId, name) =>
    (await hasPosts(tx, organisationId))
      ? { title: `“${name}”有任职、分管或过组织生活的记录，不能撤销。`, todo: '可以改名注明“已撤销”，记录仍然查得到。' }
      : null,
  ownRecord: async ({ db, actor }) => [
    { name: '任职', lines: (await postsEverOf(db, actor.personId)).map(postInWords) },
  ],
}
