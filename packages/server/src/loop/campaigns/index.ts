import type { Feature } from '../../platform/feature.ts'
import { campaignsBy, hasCampaigns } from './campaign-queries.ts'
import { campaignRoutes } from './routes.ts'

export { createCampaign, openCampaign } from './write-campaign.ts'

export const campaigns: Feature = {
  name: 'campaigns',
  routes: campaignRoutes,
  blocksRemoval: async (tx, organisationId, name) =>
    (await hasCampaigns(tx, organisationId))
      ? { title: `“${name}”定过专题，不能撤销。`, todo: '可以改名注明“已撤销”，专题仍然查得到。' }
      : null,
  ownRecord: async ({ db, actor }) => {
    const lines = await campaignsBy(db, actor.accountId)
    return lines.length === 0 ? [] : [{ name: '录入的专题', lines }]
  },
}
