import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { Campaign, CampaignDetail, CampaignFields, ChangedCampaign } from './campaign.ts'

const ofOrganisation = { organisationId: z.uuid('请选组织') }
const ofCampaign = { campaignId: z.uuid() }
const version = z.int().min(1).describe('所依据的版本；别人先改了就不会照旧的发')

export const listCampaigns = endpoint({
  action: 'campaign.list',
  summary: '专题',
  method: 'GET',
  path: '/organisations/:organisationId/campaigns',
  access: 'meeting.read',
  params: ofOrganisation,
  query: pageQuery,
  response: pageOf(Campaign),
  refusals: ['not_found'],
})

export const createCampaign = endpoint({
  action: 'campaign.create',
  summary: '录入专题',
  method: 'POST',
  path: '/organisations/:organisationId/campaigns',
  access: 'campaign.write',
  params: ofOrganisation,
  body: CampaignFields,
  response: CampaignDetail,
  refusals: ['not_found'],
})

export const readCampaign = endpoint({
  action: 'campaign.read',
  summary: '一个专题',
  method: 'GET',
  path: '/campaigns/:campaignId',
  access: 'meeting.read',
  params: ofCampaign,
  response: CampaignDetail,
  refusals: ['not_found'],
})

export const changeCampaign = endpoint({
  action: 'campaign.change',
  summary: '修改专题',
  method: 'PATCH',
  path: '/campaigns/:campaignId',
  access: 'campaign.write',
  params: ofCampaign,
  body: ChangedCampaign,
  response: CampaignDetail,
  refusals: ['not_found', 'conflict'],
})

/** Every organisation below of the kinds named that has no meeting of it yet gets one. */
export const openCampaign = endpoint({
  action: 'campaign.open',
  isLong: true,
  summary: '发给下级',
  method: 'POST',
  path: '/campaigns/:campaignId/opening',
  access: 'campaign.write',
  params: ofCampaign,
  body: z.object({ version }),
  response: CampaignDetail,
  refusals: ['not_found', 'conflict'],
})
