import type { Answer, endpoints, Institution } from '@duizhao/contract'
import { may } from '../../platform/access.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { seenPaper } from '../papers/index.ts'
import { recordsSeen } from '../records/index.ts'
import { institutionOf, type InstitutionRow } from './institution-queries.ts'
import { looksAt, sourcesOf } from './write-queries.ts'

/** What a paper is as an institution, if it is one. Not found for who may not see the paper. */
export async function readInstitution(
  { db, actor, now }: ActorContext,
  paperId: string,
): Promise<Answer<typeof endpoints.readInstitution>> {
  const today = dateInChina(now)
  const paper = await seenPaper(db, actor, paperId)
  if (!paper) throw notFound('这份文稿')
  const institution = await institutionOf(db, paperId, today)
  const mayKeep = may(actor, 'paper.issue', paper.path) && (paper.state === 'approved' || paper.state === 'issued')
  if (!institution) return { institution: null, looks: [], sources: [], mayKeep, mayLook: false }
  const [looks, sources] = await Promise.all([looksAt(db, paperId), sourcesOf(db, actor, paperId)])
  const records = await recordsSeen(
    db,
    { actor, today },
    looks.flatMap(({ recordId }) => recordId ?? []),
  )
  return {
    institution: institutionShown(institution),
    looks: looks.map(({ recordId, ...look }) => {
      const seen = recordId === null ? undefined : records.get(recordId)
      return { ...look, record: recordId === null || seen === undefined ? null : { id: recordId, name: seen.name } }
    }),
    sources,
    mayKeep,
    mayLook: institution.effectiveOn <= today && (mayKeep || institution.responsible.id === actor.personId),
  }
}

/** It as it is shown. */
export function institutionShown(row: InstitutionRow): Institution {
  const { path: _, issuedOn: __, ...institution } = row
  return institution
}
