import type { Answer, endpoints, FromPaper } from '@duizhao/contract'
import { shortened } from '@duizhao/engine/wording'
import { v7 as newId } from 'uuid'
import { holdTree, permittedOrganisation } from '../../../office/organisation/index.ts'
import { record } from '../../../platform/audit/index.ts'
import type { ActorContext } from '../../../platform/context.ts'
import { holdOne } from '../../../platform/database/locks.ts'
import { type Tx, transaction } from '../../../platform/database/transaction.ts'
import { MOST_IN_TITLE } from '../../../platform/notifications/index.ts'
import { conflict } from '../../../platform/refusal.ts'
import { passagesOfPaper } from '../../papers/index.ts'
import { enterHistory } from '../history.ts'
import { insertImport } from '../import/past-import-queries.ts'
import { insertOrigins, type OriginOf } from '../origin-queries.ts'
import type { ProblemRow } from '../problem-queries.ts'
import { tellNamed } from '../tell-named.ts'
import { checkRows } from './check-rows.ts'
import { enterRows } from './enter-rows.ts'
import { joinRows } from './join-rows.ts'
import { placesOfVersion } from './place-queries.ts'
import { approvedVersion } from './read-paper-problems.ts'
import type { PlacedRow, Written } from './registering.ts'

interface Given {
  readonly organisationId: string
  readonly inspectionId: string | null
  readonly rows: readonly FromPaper[]
}

/** The name of the file of an act that came from a paper: what it is called is told only to who may see it. */
const FROM_PAPER = '文稿'

/**
 * Registers problems a person confirmed in an approved paper, each with where it stands there, its measures and who answers
 * for it, and adds places to problems that are there: all of it or nothing. Conflict if one of the places was registered
 * meanwhile.
 */
export async function registerFromPaper(
  context: ActorContext,
  versionId: string,
  { organisationId, inspectionId, rows }: Given,
): Promise<Answer<typeof endpoints.registerFromPaper>> {
  const { db, actor, now } = context
  await permittedOrganisation(db, actor, 'problem.write', organisationId)
  await approvedVersion(context, versionId)
  checkRows(rows)
  // The paper is read before anything is held.
  const placed = await withWords(context, versionId, rows)
  return transaction(db, async (tx) => {
    await holdTree(tx)
    const organisation = await permittedOrganisation(tx, actor, 'problem.write', organisationId)
    await holdOne(tx, 'paper-problems', versionId)
    await refuseKnown(tx, versionId, placed)
    const importId = newId()
    const registering = { context, organisation, inspectionId, importId }
    const given = placed.map((row, at) => ({ row, at }))
    const entered = await enterRows(
      tx,
      registering,
      given.flatMap(({ row, at }) => (row.as === 'new' ? [{ row, at }] : [])),
    )
    const joined = await joinRows(
      tx,
      registering,
      given.flatMap(({ row, at }) => (row.as === 'joined' ? [{ row, at }] : [])),
    )
    await insertImport(tx, {
      ...{ id: importId, organisationId, fileName: FROM_PAPER, paperVersionId: versionId, by: actor, at: now },
      ...{ created: entered.length, unchanged: 0, changedIds: joined.map(({ change: { after } }) => after.id) },
    })
    await insertOrigins(tx, entered.flatMap(originsOf), { accountId: actor.accountId, at: now })
    await insertOrigins(tx, joined.flatMap(originsOf), { accountId: actor.accountId, at: now, importId })
    await enterHistory(
      tx,
      context,
      [...entered, ...joined].map(({ change }) => change),
    )
    const registered = entered.map(({ change: { after } }) => after)
    await tellNamed(tx, context, registered, assignedWords)
    await record(tx, context, {
      action: 'ledger.registerFromPaper',
      subject: `文稿里的 ${entered.length + joined.length} 个问题`,
      organisationId,
      detail: { importId, registered: entered.length, joined: joined.length },
    })
    return {
      id: importId,
      registered: registered.map(({ id, number }) => ({ id, number })),
      joined: joined.map(({ change: { after } }) => ({ id: after.id, number: after.number })),
    }
  })
}

function assignedWords({ id, number, text }: ProblemRow, { length }: readonly ProblemRow[]) {
  return length === 1
    ? { title: `分派了问题 ${number} 号：${shortened(text, MOST_IN_TITLE)}`, link: `/problems/${id}` }
    : { title: `分派了 ${length} 个问题，从 ${number} 号起`, link: '/ledger?isMine=true' }
}

function originsOf({ change, origins }: Written): OriginOf[] {
  return origins.map((place) => ({ problemId: change.after.id, place }))
}

async function withWords(context: ActorContext, versionId: string, rows: readonly FromPaper[]): Promise<PlacedRow[]> {
  const all = rows.flatMap(({ places }) => places)
  const words = await passagesOfPaper(context, versionId, all)
  let next = 0
  return rows.map((row) => ({
    ...row,
    origins: row.places.map((place) => {
      const said = { ...place, versionId, recordId: null, topic: null, named: null, words: words[next] ?? '' }
      next += 1
      return said
    }),
  }))
}

/** Nothing of a paper is registered twice, by two people at once neither. */
async function refuseKnown(tx: Tx, versionId: string, rows: readonly PlacedRow[]): Promise<void> {
  const known = await placesOfVersion(tx, versionId)
  const taken = rows.findIndex(({ places }) =>
    places.some(({ begins, ends }) => known.some((place) => place.begins < ends && begins < place.ends)),
  )
  if (taken >= 0)
    throw conflict(
      `选的第 ${taken + 1} 个问题刚刚登记过，没有写入。`,
      '请重新打开这一页，已经登记的会标出来；写好的其余内容还在。',
    )
}
