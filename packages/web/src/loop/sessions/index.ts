import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'
import { sessionSearchOf } from './session-search.ts'

export const sessions = {
  name: 'sessions',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/meetings/$meetingId/session',
      validateSearch: sessionSearchOf,
      component: lazyRouteComponent(() => import('./session-page.tsx'), 'SessionPage'),
    }),
  ],
  meetingTools: [lazyRouteComponent(() => import('./session-button.tsx'), 'SessionButton')],
} satisfies Feature
