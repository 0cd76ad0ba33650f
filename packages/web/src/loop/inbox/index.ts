import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'

export const inbox = {
  name: 'inbox',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/inbox',
      component: lazyRouteComponent(() => import('./inbox-page.tsx'), 'InboxPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/inbox/$incomingId',
      component: lazyRouteComponent(() => import('./incoming-page.tsx'), 'IncomingPage'),
    }),
  ],
  places: [{ path: '/inbox', name: '来件', permission: 'inbox.read', order: 26 }],
} satisfies Feature
