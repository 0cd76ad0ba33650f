import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import {
  Campaign,
  CampaignDetail,
  CampaignFields,
  CampaignTemplate,
  ChangedCampaign,
  NoticeReading,
} from './campaign.ts'

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

/** What is known of the meetings of past years, to begin a campaign from. */
export const listCampaignTemplates = endpoint({
  action: 'campaign.listTemplates',
  summary: '专题的模板',
  method: 'GET',
  path: '/campaign-templates',
  access: 'campaign.write',
  response: z.object({ items: z.array(CampaignTemplate) }),
})

/** The file that the command line and the one-file page take as what is asked of materials. */
export const campaignFile = endpoint({
  action: 'campaign.file',
  leavesEntry: true,
  summary: '导出专题（通知文件）',
  method: 'GET',
  path: '/campaigns/:campaignId/campaign.json',
  access: 'meeting.read',
  params: ofCampaign,
  download: 'application/json',
  refusals: ['not_found'],
})

/** Reads a superior's notice and says what it asks; enters nothing. */
export const previewCampaignNotice = endpoint({
  action: 'campaign.previewNotice',
  summary: '读上级的通知',
  method: 'POST',
  path: '/organisations/:organisationId/campaign-notices',
  access: 'campaign.write',
  params: ofOrganisation,
  upload: 10 * 1024 * 1024,
  response: NoticeReading,
  refusals: ['not_found'],
})
