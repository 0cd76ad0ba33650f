import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'
import { dutySearchOf } from './duty-search.ts'

export const duties = {
  name: 'duties',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/duties',
      validateSearch: dutySearchOf,
      component: lazyRouteComponent(() => import('./duty-year-page.tsx'), 'DutyYearPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/own-duties',
      validateSearch: dutySearchOf,
      component: lazyRouteComponent(() => import('./own-duties-page.tsx'), 'OwnDutiesPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/duty-board',
      validateSearch: dutySearchOf,
      component: lazyRouteComponent(() => import('./duty-board-page.tsx'), 'DutyBoardPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/duty-catalogue',
      validateSearch: dutySearchOf,
      component: lazyRouteComponent(() => import('./duty-catalogue-page.tsx'), 'DutyCataloguePage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/duty-list-import',
      validateSearch: dutySearchOf,
      component: lazyRouteComponent(() => import('./duty-list-page.tsx'), 'DutyListPage'),
    }),
  ],
  places: [{ path: '/duties', name: '履职', permission: 'duty.read', order: 30 }],
  HomePart: lazyRouteComponent(() => import('./home-duties.tsx'), 'HomeDuties'),
} satisfies Feature
