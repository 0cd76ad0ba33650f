import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'
import { batchSearchOf } from './batch/batch-search.ts'
import { passageSearchOf } from './passage-search.ts'
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
      path: '/paper-batch',
      validateSearch: batchSearchOf,
      component: lazyRouteComponent(() => import('./batch/batch-page.tsx'), 'BatchPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/papers/$paperId',
      component: lazyRouteComponent(() => import('./paper-page.tsx'), 'PaperPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/paper-versions/$versionId',
      validateSearch: passageSearchOf,
      component: lazyRouteComponent(() => import('./paper-text-page.tsx'), 'PaperTextPage'),
    }),
  ],
  HelpPart: lazyRouteComponent(() => import('./help-part.tsx'), 'HelpPart'),
  places: [{ path: '/papers', name: '文稿', permission: 'paper.read', order: 22 }],
  HomePart: lazyRouteComponent(() => import('./home-papers.tsx'), 'HomePapers'),
  meetingParts: [lazyRouteComponent(() => import('./batch/hand-in-many.tsx'), 'HandInMany')],
  recordParts: [lazyRouteComponent(() => import('./studied-papers.tsx'), 'StudiedPapers')],
} satisfies Feature
