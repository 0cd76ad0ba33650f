import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'

export const supervision = {
  name: 'supervision',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/notices',
      component: lazyRouteComponent(() => import('./notices-page.tsx'), 'NoticesPage'),
    }),
  ],
  places: [{ path: '/notices', name: '督办', permission: 'problem.read', order: 13 }],
  problemParts: [lazyRouteComponent(() => import('./notice-list.tsx'), 'NoticeList')],
  batchTools: [lazyRouteComponent(() => import('./notice-many-button.tsx'), 'NoticeManyButton')],
  problemForms: {
    issueNotice: lazyRouteComponent(() => import('./notice-form.tsx'), 'NoticeForm'),
    answerNotice: lazyRouteComponent(() => import('./notice-answer-form.tsx'), 'NoticeAnswerForm'),
  },
} satisfies Feature
