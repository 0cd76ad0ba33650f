import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'
import { recordsSearchOf } from './records-search.ts'

export const records = {
  name: 'records',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/records',
      validateSearch: recordsSearchOf,
      component: lazyRouteComponent(() => import('./records-page.tsx'), 'RecordsPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/records/$recordId',
      component: lazyRouteComponent(() => import('./record-page.tsx'), 'RecordPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/records-from-file',
      validateSearch: recordsSearchOf,
      component: lazyRouteComponent(() => import('./record-file-page.tsx'), 'RecordFilePage'),
    }),
  ],
  HelpPart: lazyRouteComponent(() => import('./help-part.tsx'), 'HelpPart'),
  HomePart: lazyRouteComponent(() => import('./home-records.tsx'), 'HomeRecords'),
  places: [{ path: '/records', name: '履职记录', permission: 'record.read', order: 31 }],
} satisfies Feature
