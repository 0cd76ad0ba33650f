import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'

export const rounds = {
  name: 'rounds',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/rounds',
      component: lazyRouteComponent(() => import('./rounds-page.tsx'), 'RoundsPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/rounds/$roundId',
      component: lazyRouteComponent(() => import('./round-page.tsx'), 'RoundPage'),
    }),
  ],
  places: [{ path: '/rounds', name: '征集评议', permission: 'round.read', order: 25, isSeldom: true }],
  ownMatterParts: [
    lazyRouteComponent(() => import('./own-opinions.tsx'), 'OwnOpinions'),
    lazyRouteComponent(() => import('./own-ballots.tsx'), 'OwnBallots'),
  ],
} satisfies Feature
