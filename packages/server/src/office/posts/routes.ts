import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import type { House } from '../../platform/feature.ts'
import { route } from '../../platform/http/route.ts'
import { writtenImportsPage } from '../../platform/written-import.ts'
import { permittedOrganisation } from '../organisation/index.ts'
import { changePost } from './change-post.ts'
import { confirmPostImport } from './confirm-post-import.ts'
import { createPost } from './create-post.ts'
import { endPost } from './end-post.ts'
import { exportDivisionOfWork, exportPostList } from './export-posts.ts'
import { listLeaders } from './list-leaders.ts'
import { listPosts, listPostsOfPerson } from './list-posts.ts'
import { postImportForm } from './post-import-form.ts'
import { previewPostImport } from './preview-post-import.ts'
import { withdrawPost } from './withdraw-post.ts'
import { withdrawPostImport } from './withdraw-post-import.ts'

export function postRoutes(app: FastifyInstance, { features }: House): void {
  route(app, endpoints.listPosts, ({ params, query }, context) => listPosts(context, params.organisationId, query))
  route(app, endpoints.listLeaders, ({ params, query }, context) => listLeaders(context, params.organisationId, query))
  route(app, endpoints.listPostsOfPerson, ({ params, query }, context) =>
    listPostsOfPerson(context, params.personId, query),
  )
  route(app, endpoints.createPost, ({ params, body }, context) =>
    createPost(context, features, params.organisationId, body),
  )
  route(app, endpoints.changePost, ({ params, body }, context) => changePost(context, features, params.postId, body))
  route(app, endpoints.endPost, ({ params, body }, context) => endPost(context, features, params.postId, body))
  route(app, endpoints.withdrawPost, ({ params, body }, context) =>
    withdrawPost(context, features, params.postId, body),
  )

  route(app, endpoints.exportPostList, ({ params, query }, context) =>
    exportPostList(context, params.organisationId, query.onDay),
  )
  route(app, endpoints.exportDivisionOfWork, ({ params, query }, context) =>
    exportDivisionOfWork(context, params.organisationId, query.onDay),
  )

  route(app, endpoints.previewPostImport, ({ params, file }, context) =>
    previewPostImport(context, params.organisationId, file),
  )
  route(app, endpoints.confirmPostImport, ({ params }, context) =>
    confirmPostImport(context, features, params.importId),
  )
  route(app, endpoints.listPostImports, async ({ params, query }, { db, actor }) =>
    writtenImportsPage(db, 'posts', await permittedOrganisation(db, actor, 'post.write', params.organisationId), query),
  )
  route(app, endpoints.withdrawPostImport, ({ params, body }, context) =>
    withdrawPostImport(context, features, params.importId, body.reason),
  )
  route(app, endpoints.postImportForm, async () => postImportForm())
}
