import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'

export const identity = {
  name: 'identity',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/account',
      component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
    }),
  ],
} satisfies Feature
