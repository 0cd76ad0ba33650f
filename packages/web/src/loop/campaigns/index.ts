import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Feature, root } from '../../platform/feature.ts'

export const campaigns = {
  name: 'campaigns',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/campaigns',
      component: lazyRouteComponent(() => import('./campaigns-page.tsx'), 'CampaignsPage'),
    }),
    createRoute({
      getParentRoute: () => root,
      path: '/campaigns/$campaignId',
      component: lazyRouteComponent(() => import('./campaign-page.tsx'), 'CampaignPage'),
    }),
  ],
  places: [{ path: '/campaigns', name: '专题', permission: 'campaign.write', order: 21, isSeldom: true }],
} satisfies Feature
