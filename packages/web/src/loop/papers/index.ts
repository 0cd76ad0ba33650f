import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'
import { papersSearchOf } from './papers-search.ts'

export const papers = {
  name: 'papers',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/papers',
      validateSearch: papersSearchOf,
      component: lazyRouteComponent(() => import('./papers-page.tsx'), 'PapersPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/papers/$paperId',
      component: lazyRouteComponent(() => import('./paper-page.tsx'), 'PaperPage'),
    }),
  ],
  places: [{ path: '/papers', name: '文稿', permission: 'paper.read', order: 38 }],
} satisfies Feature
