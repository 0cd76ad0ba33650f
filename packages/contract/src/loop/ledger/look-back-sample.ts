import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { wholeNumber } from '../../platform/number.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { Problem } from './problem.ts'

export const LARGEST_SAMPLE = 100

/** A draw by lot of problems to look back at: who drew when, from how many, by what. */
export const LookBackSample = z.object({
  id: z.uuid(),
  organisation: z.object({ id: z.uuid(), name: z.string() }).describe('在哪个组织和下级里抽的'),
  by: z.string(),
  at: z.iso.datetime(),
  size: z.int().describe('要抽几个'),
  base: z.int().describe('抽取的范围：已销号、还没有认定有效的问题数'),
  drawn: z.int().describe('抽到几个'),
  seed: z.string().describe('抽取的依据，也记在审计日志里：同样的依据、同样的范围抽出同样的样本'),
})
export type LookBackSample = z.infer<typeof LookBackSample>

const LookBackSampleDetail = z.object({
  ...LookBackSample.shape,
  problems: z.array(Problem).describe('抽到的问题，按抽到的先后，现在的样子'),
  unseen: z.int().describe('抽到的里面，看不到的几个'),
  isSame: z.boolean().describe('按记下的依据和范围重新抽一次，结果是不是相同'),
})

export const drawLookBackSample = endpoint({
  action: 'ledger.drawSample',
  summary: '抽取回头看的样本',
  method: 'POST',
  path: '/organisations/:organisationId/look-back-samples',
  access: 'problem.lookBack',
  params: { organisationId: z.uuid() },
  body: z.object({ size: wholeNumber(1, LARGEST_SAMPLE) }),
  response: LookBackSampleDetail,
  refusals: ['not_found'],
})

export const listLookBackSamples = endpoint({
  action: 'ledger.listSamples',
  summary: '抽取过的回头看样本',
  method: 'GET',
  path: '/organisations/:organisationId/look-back-samples',
  access: 'problem.lookBack',
  params: { organisationId: z.uuid() },
  query: pageQuery,
  response: pageOf(LookBackSample),
  refusals: ['not_found'],
})

export const readLookBackSample = endpoint({
  action: 'ledger.readSample',
  summary: '一次抽取的回头看样本',
  method: 'GET',
  path: '/look-back-samples/:sampleId',
  access: 'problem.lookBack',
  params: { sampleId: z.uuid() },
  response: LookBackSampleDetail,
  refusals: ['not_found'],
})
