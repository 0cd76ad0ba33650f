import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'

export const posts = {
  name: 'posts',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/organisations/$organisationId/post-import',
      component: lazyRouteComponent(() => import('./post-import-page.tsx'), 'PostImportPage'),
    }),
  ],
  organisationTabs: [
    {
      key: 'posts',
      name: '任职',
      permission: 'post.read',
      Tab: lazyRouteComponent(() => import('./posts-tab.tsx'), 'PostsTab'),
    },
  ],
} satisfies Feature
