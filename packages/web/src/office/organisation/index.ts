import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'
import { organisationSearchOf } from './organisation-search.ts'

export const organisation = {
  name: 'organisation',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/organisations',
      validateSearch: organisationSearchOf,
      component: lazyRouteComponent(() => import('./organisation-page.tsx'), 'OrganisationPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/organisations/$organisationId',
      validateSearch: organisationSearchOf,
      component: lazyRouteComponent(() => import('./organisation-page.tsx'), 'OrganisationPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/import',
      component: lazyRouteComponent(() => import('./organisation-import-page.tsx'), 'OrganisationImportPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/password-resets',
      component: lazyRouteComponent(() => import('./password-resets-page.tsx'), 'PasswordResetsPage'),
    }),
  ],
  places: [
    { path: '/organisations', name: '组织与人员', permission: 'organisation.read', order: 60 },
    { path: '/import', name: '导入', permission: 'import.write', order: 61 },
    { path: '/password-resets', name: '口令重置', permission: 'account.confirm', order: 62 },
  ],
} satisfies Feature
