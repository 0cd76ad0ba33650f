import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { route } from '../../platform/http/route.ts'
import { campaignFile } from './campaign-file.ts'
import { campaignsPage } from './campaign-queries.ts'
import { detailOf, seenCampaign } from './found.ts'
import { previewCampaignNotice } from './preview-notice.ts'
import { campaignTemplates } from './templates.ts'
import { changeCampaign, createCampaign, openCampaign } from './write-campaign.ts'

export function campaignRoutes(app: FastifyInstance): void {
  route(app, endpoints.listCampaignTemplates, async () => ({ items: campaignTemplates() }))
  route(app, endpoints.previewCampaignNotice, ({ params, file }, context) =>
    previewCampaignNotice(context, params.organisationId, file),
  )
  route(app, endpoints.campaignFile, ({ params }, context) => campaignFile(context, params.campaignId))
  route(app, endpoints.listCampaigns, async ({ params, query }, { db, actor }) => {
    const { id } = await permittedOrganisation(db, actor, 'meeting.read', params.organisationId)
    return campaignsPage(db, id, query)
  })
  route(app, endpoints.createCampaign, ({ params, body }, context) =>
    createCampaign(context, params.organisationId, body),
  )
  route(app, endpoints.readCampaign, async ({ params }, { db, actor }) =>
    detailOf(db, actor, await seenCampaign(db, actor, params.campaignId)),
  )
  route(app, endpoints.changeCampaign, ({ params, body }, context) => changeCampaign(context, params.campaignId, body))
  route(app, endpoints.openCampaign, ({ params, body }, context) =>
    openCampaign(context, params.campaignId, body.version),
  )
}
