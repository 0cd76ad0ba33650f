import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'

export const meetings = {
  name: 'meetings',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/meetings',
      component: lazyRouteComponent(() => import('./meetings-page.tsx'), 'MeetingsPage'),
    }),
  ],
  places: [{ path: '/meetings', name: '会议', permission: 'meeting.read', order: 32 }],
} satisfies Feature
