import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { ledgerSearchOf } from '../ledger/ledger-filters.ts'
import { Shell } from './shell.tsx'

const root = createRootRoute({ component: Shell })

/** Pages come when they are first asked for, so that the first one comes soon. */
const pages = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('../home/home-page.tsx'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/own-record',
    component: lazyRouteComponent(() => import('../home/own-record-page.tsx'), 'OwnRecordPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/account',
    component: lazyRouteComponent(() => import('../identity/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ledger',
    validateSearch: ledgerSearchOf,
    component: lazyRouteComponent(() => import('../ledger/ledger-page.tsx'), 'LedgerPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ledger-import',
    component: lazyRouteComponent(() => import('../ledger/ledger-import-page.tsx'), 'LedgerImportPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/problems/$problemId',
    component: lazyRouteComponent(() => import('../ledger/problem-page.tsx'), 'ProblemPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/board',
    component: lazyRouteComponent(() => import('../ledger/board-page.tsx'), 'BoardPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/statistics',
    component: lazyRouteComponent(() => import('../ledger/statistics-page.tsx'), 'StatisticsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/statistics/$organisationId',
    component: lazyRouteComponent(() => import('../ledger/statistics-page.tsx'), 'StatisticsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/notices',
    component: lazyRouteComponent(() => import('../ledger/notices-page.tsx'), 'NoticesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/inspections',
    component: lazyRouteComponent(() => import('../ledger/inspections-page.tsx'), 'InspectionsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/organisations',
    component: lazyRouteComponent(() => import('../organisation/organisation-page.tsx'), 'OrganisationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/organisations/$organisationId',
    component: lazyRouteComponent(() => import('../organisation/organisation-page.tsx'), 'OrganisationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/import',
    component: lazyRouteComponent(() => import('../organisation/import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/audit',
    component: lazyRouteComponent(() => import('../audit/audit-page.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/notifications',
    component: lazyRouteComponent(() => import('../notifications/notifications-page.tsx'), 'NotificationsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings',
    component: lazyRouteComponent(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/help',
    component: lazyRouteComponent(() => import('../help/help-page.tsx'), 'HelpPage'),
  }),
]

export const router = createRouter({ routeTree: root.addChildren(pages), defaultPreload: 'intent' })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
