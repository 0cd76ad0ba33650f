import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'

export const talks = {
  name: 'talks',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/talks',
      validateSearch: ({
        organisationId,
      }: Readonly<Record<string, unknown>>): { organisationId?: string | undefined } =>
        typeof organisationId === 'string' ? { organisationId } : {},
      component: lazyRouteComponent(() => import('./talks-page.tsx'), 'TalksPage'),
    }),
  ],
  HomePart: lazyRouteComponent(() => import('./home-talks.tsx'), 'HomeTalks'),
  places: [{ path: '/talks', name: '谈心谈话', permission: 'record.read', order: 23 }],
} satisfies Feature
