import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'
import { meetingsSearchOf } from './meetings-search.ts'

export const meetings = {
  name: 'meetings',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/meetings',
      component: lazyRouteComponent(() => import('./meetings-page.tsx'), 'MeetingsPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/meetings/$meetingId',
      component: lazyRouteComponent(() => import('./meeting-page.tsx'), 'MeetingPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/meeting-board',
      validateSearch: meetingsSearchOf,
      component: lazyRouteComponent(() => import('./meeting-board-page.tsx'), 'MeetingBoardPage'),
    }),
  ],
  HelpPart: lazyRouteComponent(() => import('./help-part.tsx'), 'HelpPart'),
  places: [{ path: '/meetings', name: '会议', permission: 'meeting.read', order: 20 }],
} satisfies Feature
