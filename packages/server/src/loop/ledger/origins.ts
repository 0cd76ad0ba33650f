import type { Origin, Passage } from '@duizhao/contract'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { conflict, notFound } from '../../platform/refusal.ts'
import { passageOfPaper, seenVersions } from '../papers/index.ts'
import { recordsSeen, topicOfRecord } from '../records/index.ts'
import { actOn } from './act.ts'
import {
  deleteOrigin,
  insertOrigins,
  type OriginPlace,
  type OriginRow,
  originRows,
  placeKey,
} from './origin-queries.ts'

/**
 * The place a passage names with the words that stand there, which nobody can say otherwise. Not found where the actor
 * does not see it, invalid where there are no words.
 */
export async function placeOfPassage(context: ActorContext, passage: Passage): Promise<OriginPlace> {
  if (passage.of === 'paper') {
    const { versionId, begins, ends } = passage
    const words = await passageOfPaper(context, passage)
    return { versionId, begins, ends, recordId: null, topic: null, named: null, words }
  }
  const { recordId, topic } = passage
  const asking = { actor: context.actor, today: dateInChina(context.now) }
  const words = await topicOfRecord(context.db, asking, passage)
  return { versionId: null, begins: null, ends: null, recordId, topic, named: null, words }
}

/** Says of a problem that it was taken from one more place; conflict if that is known. */
export async function addOrigin(context: ActorContext, problemId: string, passage: Passage): Promise<void> {
  const place = await placeOfPassage(context, passage)
  await actOn(context, problemId, ['change'], async (tx) => {
    const known = await originRows(tx, [problemId])
    if (known.some((one) => placeKey(one) === placeKey(place)))
      throw conflict('这一处已经是这个问题的出处。', '不必再指一次。')
    await insertOrigins(tx, [{ problemId, place }], { accountId: context.actor.accountId, at: context.now })
    // Neither the timeline nor the log names a paper that not all of their readers may see.
    return {
      changes: [{ field: '出处', before: '无', after: '增加一处' }],
      detail: { of: passage.of },
      recordedAs: 'ledger.addOrigin',
    }
  })
}

/** Takes back that a problem was taken from a place, with the reason; not found where the actor does not see it there. */
export async function removeOrigin(
  context: ActorContext,
  { problemId, originId }: { readonly problemId: string; readonly originId: string },
  reason: string,
): Promise<void> {
  await actOn(context, problemId, ['change'], async (tx) => {
    const origin = (await shownOrigins(context, tx, problemId)).find(({ id }) => id === originId)
    if (origin === undefined) throw notFound('这处出处')
    await deleteOrigin(tx, originId)
    return {
      reason,
      changes: [{ field: '出处', before: '有这一处', after: '删除一处' }],
      detail: { of: origin.of },
      recordedAs: 'ledger.removeOrigin',
    }
  })
}

/** Where a problem was taken from, of the places the actor may see. */
export async function shownOrigins(context: Seeing, db: Database | Tx, problemId: string): Promise<Origin[]> {
  return (await shownOriginsOf(context, db, [problemId])).get(problemId) ?? []
}

type Seeing = Pick<ActorContext, 'actor' | 'now'>

/** The same of many problems, in as many queries however many there are. */
export async function shownOriginsOf(
  { actor, now }: Seeing,
  db: Database | Tx,
  problemIds: readonly string[],
): Promise<ReadonlyMap<string, Origin[]>> {
  const rows = await originRows(db, problemIds)
  const idsOf = (of: (row: OriginRow) => string | null): string[] => [...new Set(rows.flatMap((row) => of(row) ?? []))]
  const [versions, records] = await Promise.all([
    seenVersions(
      db,
      actor,
      idsOf(({ versionId }) => versionId),
    ),
    recordsSeen(
      db,
      { actor, today: dateInChina(now) },
      idsOf(({ recordId }) => recordId),
    ),
  ])
  const placed = (row: OriginRow): Pick<Origin, 'of' | 'title' | 'link'> | null => {
    if (row.named !== null) return { of: 'file', title: row.named, link: null }
    const version = versions.get(row.versionId ?? '')
    if (version !== undefined) {
      const link = `/paper-versions/${row.versionId}?begins=${row.begins}&ends=${row.ends}`
      return { of: 'paper', title: version.name, link }
    }
    const record = records.get(row.recordId ?? '')
    if (record === undefined || record.view === 'outline') return null
    return { of: 'record', title: record.name, link: `/records/${row.recordId}` }
  }
  return new Map(
    [...Map.groupBy(rows, ({ problemId }) => problemId)].map(([problemId, own]) => [
      problemId,
      own.flatMap((row) => {
        const place = placed(row)
        return place === null ? [] : [{ ...place, id: row.id, words: row.words, by: row.by, at: row.at.toISOString() }]
      }),
    ]),
  )
}
