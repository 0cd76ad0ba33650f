import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'

export const institutions = {
  name: 'institutions',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/institutions',
      validateSearch: ({ organisationId }: Readonly<Record<string, unknown>>) =>
        typeof organisationId === 'string' ? { organisationId } : {},
      component: lazyRouteComponent(() => import('./institutions-page.tsx'), 'InstitutionsPage'),
    }),
  ],
  paperParts: [lazyRouteComponent(() => import('./paper-institution.tsx'), 'PaperInstitution')],
  problemParts: [lazyRouteComponent(() => import('./problem-institutions.tsx'), 'ProblemInstitutions')],
} satisfies Feature
