import type { Answer, endpoints, Received } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { may } from '../../platform/access.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { forbidden, invalid, notFound } from '../../platform/refusal.ts'
import { seenPaper } from '../papers/index.ts'
import { citableRecord } from '../records/index.ts'
import { institutionOf } from './institution-queries.ts'
import { readInstitution } from './read-institution.ts'
import { holdPapers, insertLook } from './write-queries.ts'

/**
 * Enters whether an institution is carried out, as it was found on a day: in words, or by the record of that day. For who
 * is responsible for it, and who keeps the institutions of its body.
 */
export async function lookIntoInstitution(
  context: ActorContext,
  paperId: string,
  look: Received<typeof endpoints.lookIntoInstitution>['body'],
): Promise<Answer<typeof endpoints.readInstitution>> {
  const { db, actor, now } = context
  await transaction(db, async (tx) => {
    await holdPapers(tx, [paperId])
    const today = dateInChina(now)
    const paper = await seenPaper(tx, actor, paperId)
    const institution = paper && (await institutionOf(tx, paperId, today))
    if (!institution) throw notFound('这项制度')
    if (institution.responsible.id !== actor.personId && !may(actor, 'paper.issue', paper.path))
      throw forbidden('检查是否执行由责任人来办。', '请责任人、组织者来记，或者请组织者更正责任人。')
    const wrong = (field: 'on' | 'text' | 'recordId', message: string) =>
      invalid(message, '请改这一项。', [{ field, message }])
    if (look.on > today || look.on < institution.effectiveOn)
      throw wrong('on', `检查的日期在施行（${institution.effectiveOn}）以后、今天以前。`)
    if (look.text === '' && look.recordId === null) throw wrong('text', '请写检查了什么、执行得怎样，或者选履职记录。')
    if (look.recordId !== null) {
      const cited = await citableRecord(tx, look.recordId)
      if (!cited?.path.includes(paper.organisation.id)) throw wrong('recordId', '没有这次履职记录。')
    }
    const { accountId, personName } = actor
    await insertLook(tx, { id: newId(), paperId, ...look, accountId, byName: personName, at: now })
    await record(tx, context, {
      ...{ action: 'institution.lookInto', subject: `《${paper.title}》`, organisationId: paper.organisation.id },
      detail: { on: look.on, result: look.result, recordId: look.recordId },
    })
  })
  return readInstitution(context, paperId)
}
