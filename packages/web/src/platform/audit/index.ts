import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../feature.ts'
import { auditSearchOf } from './audit-search.ts'

export const audit = {
  name: 'audit',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/audit',
      validateSearch: auditSearchOf,
      component: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage'),
    }),
  ],
  places: [{ path: '/audit', name: '审计', permission: 'audit.read', order: 64 }],
} satisfies Feature
