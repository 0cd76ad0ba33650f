import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../feature.ts'

export const notifications = {
  name: 'notifications',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/notifications',
      component: lazyRouteComponent(() => import('./notifications-page.tsx'), 'NotificationsPage'),
    }),
  ],
} satisfies Feature
