import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'

export const recurrence = {
  name: 'recurrence',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/came-back',
      component: lazyRouteComponent(() => import('./came-back-page.tsx'), 'CameBackPage'),
    }),
  ],
  places: [{ path: '/came-back', name: '老问题', permission: 'problem.read', order: 15, isSeldom: true }],
  problemParts: [lazyRouteComponent(() => import('./recurrence-part.tsx'), 'RecurrencePart')],
  HomePart: lazyRouteComponent(() => import('./home-came-back.tsx'), 'HomeCameBack'),
  HelpPart: lazyRouteComponent(() => import('./help-part.tsx'), 'HelpPart'),
} satisfies Feature
