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
    createRoute({
      getParentRoute: () => root,
      path: '/papers-to-review',
      component: lazyRouteComponent(() => import('./waiting-page.tsx'), 'WaitingPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/meetings/$meetingId/reviews',
      component: lazyRouteComponent(() => import('./meeting-reviews-page.tsx'), 'MeetingReviewsPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/private-check',
      component: lazyRouteComponent(() => import('./private-check-page.tsx'), 'PrivateCheckPage'),
    }),
  ],
  places: [{ path: '/private-check', name: '自查', permission: 'paper.write', order: 22.5, isSeldom: true }],
  HomePart: lazyRouteComponent(() => import('./home-waiting.tsx'), 'HomeWaiting'),
  meetingTools: [lazyRouteComponent(() => import('./meeting-reviews-link.tsx'), 'MeetingReviewsLink')],
  versionTools: [lazyRouteComponent(() => import('./review-link.tsx'), 'ReviewLink')],
} satisfies Feature
