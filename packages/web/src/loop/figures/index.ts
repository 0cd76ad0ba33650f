import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'

export const figures = {
  name: 'figures',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/figures',
      component: lazyRouteComponent(() => import('./figures-page.tsx'), 'FiguresPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/paper-figures/$versionId',
      component: lazyRouteComponent(() => import('./paper-figures-page.tsx'), 'PaperFiguresPage'),
    }),
  ],
  places: [{ path: '/figures', name: '数字', permission: 'record.read', order: 32, isSeldom: true }],
  versionTools: [lazyRouteComponent(() => import('./compare-button.tsx'), 'CompareButton')],
} satisfies Feature
