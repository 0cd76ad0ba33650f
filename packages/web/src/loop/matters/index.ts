import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'

export const matters = {
  name: 'matters',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/own-matters',
      component: lazyRouteComponent(() => import('./own-matters-page.tsx'), 'OwnMattersPage'),
    }),
  ],
  places: [{ path: '/own-matters', name: '对我的意见', permission: 'meeting.read', order: 24, isSeldom: true }],
} satisfies Feature
