import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'

export const reviews = {
  name: 'reviews',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/paper-reviews/$versionId',
      component: lazyRouteComponent(() => import('./review-page.tsx'), 'ReviewPage'),
    }),
  ],
  versionTools: [lazyRouteComponent(() => import('./review-link.tsx'), 'ReviewLink')],
} satisfies Feature
