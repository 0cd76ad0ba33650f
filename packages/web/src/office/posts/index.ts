import { lazyRouteComponent } from '@tanstack/react-router'
import type { Feature } from '../../platform/feature.ts'

export const posts = {
  name: 'posts',
  pages: [],
  organisationTabs: [
    {
      key: 'posts',
      name: '任职',
      permission: 'post.read',
      Tab: lazyRouteComponent(() => import('./posts-tab.tsx'), 'PostsTab'),
    },
  ],
} satisfies Feature
