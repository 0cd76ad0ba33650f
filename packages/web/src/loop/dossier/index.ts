import { lazyRouteComponent } from '@tanstack/react-router'
import type { Feature } from '../../platform/feature.ts'

export const dossier = {
  name: 'dossier',
  pages: [],
  problemTools: [lazyRouteComponent(() => import('./problem-file-button.tsx'), 'ProblemFileButton')],
} satisfies Feature
