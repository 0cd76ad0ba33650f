import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../feature.ts'
import './help-slots.ts'

export const help = {
  name: 'help',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/help',
      component: lazyRouteComponent(() => import('./help-page.tsx'), 'HelpPage'),
    }),
  ],
  places: [{ path: '/help', name: '帮助', permission: null, order: 66 }],
  helpKeys: [
    ['Tab', '下一处'],
    ['Esc', '关闭'],
  ],
} satisfies Feature
