import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../feature.ts'

export const files = {
  name: 'files',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/damaged-files',
      component: lazyRouteComponent(() => import('./damaged-files-page.tsx'), 'DamagedFilesPage'),
    }),
  ],
  places: [{ path: '/damaged-files', name: '文件核对', permission: 'file.verify', isOfWhole: true, order: 63 }],
} satisfies Feature
