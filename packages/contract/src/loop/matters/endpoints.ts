import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { Aspect, MeasureText, ProblemClass, ProblemText } from '../ledger/index.ts'
import { EndingReason, Matter, OwnMatter, SaidEnding } from './matter.ts'

const ofMatter = { matterId: z.uuid() }
const version = z.int().min(1).describe('改动所依据的版本；别人先改了就不会覆盖')

/** What was said of the one who asks, the latest first, with what becomes of each. */
export const listOwnMatters = endpoint({
  action: 'matter.listOwn',
  summary: '对我的批评意见',
  method: 'GET',
  path: '/own-matters',
  access: 'meeting.read',
  query: pageQuery,
  response: pageOf(OwnMatter),
})

/** Says what became of a matter that does not come into the ledger, and why. */
export const endMatter = endpoint({
  action: 'matter.end',
  summary: '批评意见有了结果',
  method: 'POST',
  path: '/matters/:matterId/ending',
  access: 'meeting.read',
  params: ofMatter,
  body: z.object({ ending: SaidEnding, reason: EndingReason, version }),
  response: Matter,
  refusals: ['not_found', 'conflict'],
})

/** Confirms a matter as a problem of the ledger: with who leads it, one measure, and until when. */
export const confirmMatter = endpoint({
  action: 'matter.confirm',
  summary: '批评意见列入台账',
  method: 'POST',
  path: '/matters/:matterId/problem',
  access: 'meeting.write',
  params: ofMatter,
  body: z.object({
    text: ProblemText,
    aspect: Aspect.default(''),
    class: ProblemClass,
    leadId: z.uuid('请选责任领导'),
    handlerId: z.uuid('请选责任人').nullable().default(null),
    measure: MeasureText,
    dueOn: CalendarDate.nullable(),
    isPersonal: z.boolean().default(true).describe('是关于个人的问题，不让看台账的人都看到'),
    version,
  }),
  response: Matter,
  refusals: ['not_found', 'conflict'],
})
