import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'
import { importSearchOf } from './import-search.ts'
import { ledgerSearchOf } from './ledger-filters.ts'
import { statisticsSearchOf } from './statistics-search.ts'
import { ledgerKeys, problemKeys } from './ledger-keys.ts'
import { problemSearchOf } from './problem-search.ts'
import { samplesSearchOf } from './samples-search.ts'

const statisticsPage = lazyRouteComponent(() => import('./statistics-page.tsx'), 'StatisticsPage')

export const ledger = {
  name: 'ledger',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/ledger',
      validateSearch: ledgerSearchOf,
      component: lazyRouteComponent(() => import('./ledger-page.tsx'), 'LedgerPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/ledger-import',
      validateSearch: importSearchOf,
      component: lazyRouteComponent(() => import('./ledger-import-page.tsx'), 'LedgerImportPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/ledger-imports',
      component: lazyRouteComponent(() => import('./past-imports-page.tsx'), 'PastImportsPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/look-back-samples',
      validateSearch: samplesSearchOf,
      component: lazyRouteComponent(() => import('./samples-page.tsx'), 'SamplesPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/look-back-samples/$sampleId',
      component: lazyRouteComponent(() => import('./sample-page.tsx'), 'SamplePage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/problems/$problemId',
      validateSearch: problemSearchOf,
      component: lazyRouteComponent(() => import('./problem-page.tsx'), 'ProblemPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/paper-versions/$versionId/problems',
      component: lazyRouteComponent(() => import('./from-paper/paper-problems-page.tsx'), 'PaperProblemsPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/board',
      component: lazyRouteComponent(() => import('./board-page.tsx'), 'BoardPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/statistics',
      validateSearch: statisticsSearchOf,
      component: statisticsPage,
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/statistics/$organisationId',
      validateSearch: statisticsSearchOf,
      component: statisticsPage,
    }),
  ],
  HelpPart: lazyRouteComponent(() => import('./help-part.tsx'), 'HelpPart'),
  places: [
    { path: '/ledger', name: '台账', permission: 'problem.read', order: 10 },
    { path: '/board', name: '看板', permission: 'problem.read', order: 11 },
    { path: '/statistics', name: '统计', permission: 'problem.read', order: 12 },
  ],
  helpKeys: [
    ...ledgerKeys.map(([key, what]) => [key, `台账：${what}`] as const),
    ...problemKeys.map(([key, what]) => [key, `从台账打开的问题：${what}`] as const),
  ],
  numberSettings: [['lookBackMonths', '销号后多久回头看', '个月']],
  HomePart: lazyRouteComponent(() => import('./home-counts.tsx'), 'HomeCounts'),
  passageTools: [lazyRouteComponent(() => import('./register-passage.tsx'), 'RegisterPassage')],
  versionTools: [lazyRouteComponent(() => import('./from-paper/paper-problems-button.tsx'), 'PaperProblemsButton')],
  SettingFields: lazyRouteComponent(() => import('./ledger-settings.tsx'), 'LedgerSettings'),
} satisfies Feature
