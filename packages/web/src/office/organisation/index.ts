import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'

export const organisation = {
  name: 'organisation',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/organisations',
      component: lazyRouteComponent(() => import('./organisation-page.tsx'), 'OrganisationPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/organisations/$organisationId',
      component: lazyRouteComponent(() => import('./organisation-page.tsx'), 'OrganisationPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/import',
      component: lazyRouteComponent(() => import('./organisation-import-page.tsx'), 'OrganisationImportPage'),
    }),
  ],
  places: [
    { path: '/organisations', name: '组织与人员', permission: 'organisation.read', order: 60 },
    { path: '/import', name: '导入', permission: 'import.write', order: 70 },
  ],
} satisfies Feature
