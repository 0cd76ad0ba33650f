import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { flag } from '../../platform/flag.ts'
import { wholeNumber } from '../../platform/number.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { atLeast, textOf } from '../../platform/text.ts'
import { Leader, Post, PostCaption, PostRole } from './post.ts'

const organisationId = { organisationId: z.uuid() }
const postId = { postId: z.uuid() }
const version = z.int().min(1).describe('改动所依据的版本；别人先改了就不会覆盖')
const asOfDay = CalendarDate.optional().describe('哪一天的；不写为今天')

export const MOST_UNITS_LED = 50

const postFields = {
  role: PostRole,
  caption: PostCaption,
  seat: wholeNumber(1, 999).nullable().describe('同一种职务里的次序；空为排在最后'),
  leadIds: z.array(z.uuid('请选单位')).max(MOST_UNITS_LED, `分管的单位最多 ${MOST_UNITS_LED} 个`),
  branchId: z.uuid('请选支部').nullable(),
  fromOn: CalendarDate,
  toOn: CalendarDate.nullable(),
}

export const listPosts = endpoint({
  action: 'post.list',
  summary: '一个组织的任职',
  method: 'GET',
  path: '/organisations/:organisationId/posts',
  access: 'post.read',
  params: organisationId,
  query: {
    ...pageQuery,
    onDay: asOfDay,
    history: flag.default(false).describe('不论哪一天，连同已经免去的、撤回的'),
  },
  response: pageOf(Post),
  refusals: ['not_found'],
})

export const listLeaders = endpoint({
  action: 'post.listLeaders',
  summary: '可以当责任领导的人：分管的在前，班子按任职的次序',
  method: 'GET',
  path: '/organisations/:organisationId/leaders',
  access: 'post.read',
  params: organisationId,
  query: {
    text: z.string().trim().max(40).default('').describe('姓名、职务中的字'),
    limit: z.coerce.number().int().min(1).max(50).default(50),
  },
  response: z.object({ items: z.array(Leader) }),
  refusals: ['not_found'],
})

export const listPostsOfPerson = endpoint({
  action: 'post.listOfPerson',
  summary: '一个人的任职',
  method: 'GET',
  path: '/people/:personId/posts',
  access: 'post.read',
  params: { personId: z.uuid() },
  query: pageQuery,
  response: pageOf(Post),
  refusals: ['not_found'],
})

export const createPost = endpoint({
  action: 'post.create',
  summary: '登记任职',
  method: 'POST',
  path: '/organisations/:organisationId/posts',
  access: 'post.write',
  params: organisationId,
  body: z.object({ personId: z.uuid('请选人'), ...postFields }),
  response: Post,
  refusals: ['not_found', 'conflict'],
})

export const changePost = endpoint({
  action: 'post.change',
  summary: '修改任职',
  method: 'PATCH',
  path: '/posts/:postId',
  access: 'post.write',
  params: postId,
  body: z.object({ ...postFields, version }),
  response: Post,
  refusals: ['not_found', 'conflict'],
})

export const endPost = endpoint({
  action: 'post.end',
  summary: '免去职务',
  method: 'POST',
  path: '/posts/:postId/ending',
  access: 'post.write',
  params: postId,
  body: z.object({ toOn: CalendarDate, version }),
  response: Post,
  refusals: ['not_found', 'conflict'],
})

export const withdrawPost = endpoint({
  action: 'post.withdraw',
  summary: '撤回录错的任职',
  method: 'POST',
  path: '/posts/:postId/withdrawal',
  access: 'post.write',
  params: postId,
  body: z.object({ reason: textOf('原因', 200).min(...atLeast(5, '请写为什么撤回')), version }),
  response: Post,
  refusals: ['not_found', 'conflict'],
})

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const exportPostList = endpoint({
  action: 'post.exportList',
  leavesEntry: true,
  summary: '导出任职（Excel）',
  method: 'GET',
  path: '/organisations/:organisationId/posts.xlsx',
  access: 'post.read',
  params: organisationId,
  query: { onDay: asOfDay },
  download: XLSX,
  refusals: ['not_found'],
})

export const exportDivisionOfWork = endpoint({
  action: 'post.exportDivision',
  leavesEntry: true,
  summary: '班子成员分工（Word）',
  method: 'GET',
  path: '/organisations/:organisationId/division-of-work.docx',
  access: 'post.read',
  params: organisationId,
  query: { onDay: asOfDay },
  download: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  refusals: ['not_found'],
})
