import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { figureDays, figureIds, FiguresOfBody, FigureWithRows, PaperFigures } from './figure.ts'

const question = { ...figureDays, subject: z.string().max(20).default('').describe('专题；不写为不限') }

export const listFigures = endpoint({
  action: 'figure.list',
  summary: '数字：记录、台账、文稿算出的数',
  method: 'GET',
  path: '/organisations/:organisationId/figures',
  access: 'record.read',
  params: { organisationId: z.uuid('请选组织') },
  query: question,
  response: FiguresOfBody,
  refusals: ['not_found'],
})

export const readFigure = endpoint({
  action: 'figure.read',
  summary: '一个数由哪几行算出',
  method: 'GET',
  path: '/organisations/:organisationId/figures/:figure',
  access: 'record.read',
  params: { organisationId: z.uuid('请选组织'), figure: z.enum(figureIds) },
  query: { ...question, meetingId: z.uuid().optional().describe('只算归到这次会议的') },
  response: FigureWithRows,
  refusals: ['not_found'],
})

export const readPaperFigures = endpoint({
  action: 'figure.readPaper',
  isLong: true,
  summary: '文稿里的数与记录、台账对照',
  method: 'GET',
  path: '/paper-versions/:versionId/figures',
  access: 'paper.read',
  params: { versionId: z.uuid() },
  query: figureDays,
  response: PaperFigures,
  refusals: ['not_found', 'conflict'],
})

export const keepPaperFigures = endpoint({
  action: 'figure.keep',
  isLong: true,
  summary: '记下文稿里各数当日的来历',
  method: 'POST',
  path: '/paper-versions/:versionId/figures',
  access: 'paper.write',
  params: { versionId: z.uuid() },
  body: z.object(figureDays),
  response: PaperFigures,
  refusals: ['not_found', 'conflict'],
})
