import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'

export const sweeps = {
  name: 'sweeps',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/sweeps',
      component: lazyRouteComponent(() => import('./sweeps-page.tsx'), 'SweepsPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/sweeps/$sweepId',
      component: lazyRouteComponent(() => import('./sweep-page.tsx'), 'SweepPage'),
    }),
  ],
  problemParts: [lazyRouteComponent(() => import('./problem-sweeps.tsx'), 'ProblemSweeps')],
} satisfies Feature
