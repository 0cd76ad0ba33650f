import { lazyRouteComponent } from '@tanstack/react-router'
import type { Feature } from '../../platform/feature.ts'

export const drafts = {
  name: 'drafts',
  pages: [],
  meetingParts: [lazyRouteComponent(() => import('./draft-list.tsx'), 'DraftList')],
} satisfies Feature
