import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../feature.ts'

export const home = {
  name: 'home',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/',
      component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/own-record',
      component: lazyRouteComponent(() => import('./own-record-page.tsx'), 'OwnRecordPage'),
    }),
  ],
  places: [{ path: '/', name: '今天', permission: null, order: 0 }],
} satisfies Feature
