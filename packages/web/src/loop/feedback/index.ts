import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'

export const feedback = {
  name: 'feedback',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/inspections/$organisationId/$inspectionId/feedback',
      component: lazyRouteComponent(() => import('./feedback-page.tsx'), 'FeedbackPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/feedback',
      component: lazyRouteComponent(() => import('./standings-page.tsx'), 'StandingsPage'),
    }),
  ],
  inspectionParts: [
    lazyRouteComponent(() => import('./items-part.tsx'), 'ItemsPart'),
    lazyRouteComponent(() => import('./outcomes-part.tsx'), 'OutcomesPart'),
  ],
} satisfies Feature
