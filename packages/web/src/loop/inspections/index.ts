import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'

export const inspections = {
  name: 'inspections',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/inspections',
      component: lazyRouteComponent(() => import('./inspections-page.tsx'), 'InspectionsPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/inspections/$organisationId/$inspectionId',
      component: lazyRouteComponent(() => import('./inspection-page.tsx'), 'InspectionPage'),
    }),
  ],
  places: [{ path: '/inspections', name: '巡察', permission: 'problem.read', order: 14, isSeldom: true }],
} satisfies Feature
