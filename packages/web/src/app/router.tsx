import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { ledgerSearchOf } from '../loop/ledger/ledger-filters.ts'
import { Shell } from './shell.tsx'

const root = createRootRoute({ component: Shell })

/** Pages come when they are first asked for, so that the first one comes soon. */
const pages = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('../platform/home/home-page.tsx'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/own-record',
    component: lazyRouteComponent(() => import('../platform/home/own-record-page.tsx'), 'OwnRecordPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/account',
    component: lazyRouteComponent(() => import('../office/identity/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ledger',
    validateSearch: ledgerSearchOf,
    component: lazyRouteComponent(() => import('../loop/ledger/ledger-page.tsx'), 'LedgerPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ledger-import',
    component: lazyRouteComponent(() => import('../loop/ledger/ledger-import-page.tsx'), 'LedgerImportPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/problems/$problemId',
    component: lazyRouteComponent(() => import('../loop/ledger/problem-page.tsx'), 'ProblemPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/board',
    component: lazyRouteComponent(() => import('../loop/ledger/board-page.tsx'), 'BoardPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/statistics',
    component: lazyRouteComponent(() => import('../loop/ledger/statistics-page.tsx'), 'StatisticsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/statistics/$organisationId',
    component: lazyRouteComponent(() => import('../loop/ledger/statistics-page.tsx'), 'StatisticsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/notices',
    component: lazyRouteComponent(() => import('../loop/supervision/notices-page.tsx'), 'NoticesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/inspections',
    component: lazyRouteComponent(() => import('../loop/inspections/inspections-page.tsx'), 'InspectionsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/organisations',
    component: lazyRouteComponent(() => import('../office/organisation/organisation-page.tsx'), 'OrganisationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/organisations/$organisationId',
    component: lazyRouteComponent(() => import('../office/organisation/organisation-page.tsx'), 'OrganisationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/import',
    component: lazyRouteComponent(() => import('../office/organisation/import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/audit',
    component: lazyRouteComponent(() => import('../platform/audit/audit-page.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/notifications',
    component: lazyRouteComponent(
      () => import('../platform/notifications/notifications-page.tsx'),
      'NotificationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings',
    component: lazyRouteComponent(() => import('../platform/settings/settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/help',
    component: lazyRouteComponent(() => import('../platform/help/help-page.tsx'), 'HelpPage'),
  }),
]

export const router = createRouter({ routeTree: root.addChildren(pages), defaultPreload: 'intent' })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
