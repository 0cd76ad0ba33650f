import type { Answer, endpoints, RefusedPlace } from '@duizhao/contract'
import { pathOf } from '../../platform/access.ts'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { referencesOf } from '../../platform/database/reference-queries.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import type { Feature } from '../../platform/feature.ts'
import { deleteDraftsFor } from '../../platform/import-draft-queries.ts'
import { conflict, notFound } from '../../platform/refusal.ts'
import { enterSearch, leaveSearch } from '../../platform/search/index.ts'
import { markImportWithdrawn, refuseToWithdraw, writtenImportForUpdate } from '../../platform/written-import.ts'
import { permitted } from './found.ts'
import { ImportDeeds } from './import-deeds.ts'
import { updatePerson } from './people-queries.ts'
import { lockTree, organisationById, updateOrganisation } from './queries.ts'
import { searchableOrganisation, searchablePerson } from './searchable.ts'
import {
  deleteAccounts,
  deleteOrganisations,
  deletePeople,
  organisationsToTakeBack,
  peopleToTakeBack,
  withOthersBelow,
} from './withdraw-import-queries.ts'

/**
 * Takes back all that an import of organisations and people wrote, or nothing: what it created goes, what it changed is as
 * it was. Conflict, naming them, if anybody has signed in, was given something, or was changed since.
 */
export async function withdrawImport(
  context: ActorContext,
  features: readonly Feature[],
  importId: string,
  reason: string,
): Promise<Answer<typeof endpoints.withdrawImport>> {
  const { db, actor, now } = context
  return transaction(db, async (tx) => {
    await lockTree(tx)
    const written = await writtenImportForUpdate(tx, 'organisations', importId)
    if (!written) throw notFound('这次导入')
    const organisation = permitted(actor, 'import.write', await organisationById(tx, written.organisationId))
    if (written.withdrawnAt !== null) throw conflict('这次导入已经撤销过了。', '请重新打开导入记录看一看。')
    const deeds = ImportDeeds.parse(written.deeds)
    const people = await takePeopleBack(tx, deeds)
    const organisations = await takeOrganisationsBack(tx, { features, deeds, now })
    await markImportWithdrawn(tx, importId, { by: actor, at: now, reason })
    await record(tx, context, {
      action: 'import.withdraw',
      subject: written.fileName,
      organisationId: organisation.id,
      detail: {
        reason,
        organisations: organisations.removed,
        people: people.removed,
        accounts: deeds.accountIds.length,
      },
    })
    return {
      removed: people.removed.length + organisations.removed.length,
      restored: people.restored + organisations.restored,
    }
  })
}

interface TakenBack {
  /** What those were called that are gone. */
  readonly removed: readonly string[]
  readonly restored: number
}

type PersonRow = Awaited<ReturnType<typeof peopleToTakeBack>>[number]

async function takePeopleBack(tx: Tx, { people, accountIds }: ImportDeeds): Promise<TakenBack> {
  const deeds = new Map(people.map((deed) => [deed.id, deed]))
  const rows = await peopleToTakeBack(tx, [...deeds.keys()])
  const created = rows.filter(({ id }) => deeds.get(id)?.before === null)
  const ids = created.map(({ id }) => id)
  const opened = new Set(accountIds)
  const owners = created.filter(({ accountId }) => accountId !== null && opened.has(accountId)).map(({ id }) => id)
  const others = ids.filter((id) => !owners.includes(id))
  const references = new Map([
    ...(await referencesOf(tx, 'person', { ids: owners, except: ['account.person_id'] })),
    ...(await referencesOf(tx, 'person', { ids: others, except: [] })),
  ])
  // Whoever signed in is told by the account itself, also when the session has ended.
  const ofAccounts = await referencesOf(tx, 'account', { ids: accountIds, except: ['session.account_id'] })
  const why = ({ id, version, accountId, lastSignedInAt }: PersonRow): string[] => {
    const isOpened = accountId !== null && opened.has(accountId)
    return [
      ...(deeds.get(id)?.version === version ? [] : ['后来又改过']),
      ...(isOpened && lastSignedInAt !== null ? ['登录过'] : []),
      ...(references.get(id) ?? []).map((words) => `有${words}`),
      ...(isOpened ? (ofAccounts.get(accountId) ?? []) : []).map((words) => `有${words}`),
    ]
  }
  refuseToWithdraw(rows.flatMap((row) => obstacle(row.name, why(row))))
  await deleteAccounts(tx, accountIds)
  await deletePeople(tx, ids)
  await leaveSearch(tx, 'person', ...ids)
  const restored = await restorePeople(tx, rows, deeds)
  return { removed: created.map(({ name }) => name), restored }
}

async function restorePeople(
  tx: Tx,
  rows: readonly PersonRow[],
  deeds: ReadonlyMap<string, ImportDeeds['people'][number]>,
): Promise<number> {
  const places = await organisationsToTakeBack(tx, [...new Set(rows.map(({ organisationId }) => organisationId))])
  const byId = new Map(places.map((row) => [row.id, { id: row.id, name: row.name, path: pathOf(row) }]))
  let restored = 0
  for (const { id, name, organisationId } of rows) {
    const before = deeds.get(id)?.before
    const place = byId.get(organisationId)
    if (!before || place === undefined) continue
    await updatePerson(tx, id, organisationId, { name, ...before })
    await enterSearch(tx, searchablePerson({ id, name, ...before }, place))
    restored += 1
  }
  return restored
}

interface OrganisationNeeds {
  readonly features: readonly Feature[]
  readonly deeds: ImportDeeds
  readonly now: Date
}

/** After the people: what still refers to an organisation then is not the import's. */
async function takeOrganisationsBack(tx: Tx, { features, deeds, now }: OrganisationNeeds): Promise<TakenBack> {
  const byId = new Map(deeds.organisations.map((deed) => [deed.id, deed]))
  const rows = await organisationsToTakeBack(tx, [...byId.keys()])
  const created = rows.filter(({ id }) => byId.get(id)?.before === null)
  const ids = created.map(({ id }) => id)
  const references = await referencesOf(tx, 'organisation', { ids, except: ['organisation.parent_id'] })
  const parents = await withOthersBelow(tx, ids)
  const obstacles: RefusedPlace[] = []
  for (const { id, name, version } of rows) {
    const why = [
      ...(byId.get(id)?.version === version ? [] : ['后来又改过']),
      ...(parents.has(id) ? ['有别的下级组织'] : []),
      ...(references.get(id) ?? []).map((words) => `有${words}`),
    ]
    // What names an organisation without a reference, only its feature knows.
    if (why.length === 0 && ids.includes(id))
      for (const { blocksRemoval } of features) {
        const kept = await blocksRemoval?.(tx, id, name)
        if (kept) why.push(kept.title)
      }
    obstacles.push(...obstacle(name, why))
  }
  refuseToWithdraw(obstacles)
  await deleteDraftsFor(tx, ...ids)
  await deleteOrganisations(tx, ids)
  await leaveSearch(tx, 'organisation', ...ids)
  let restored = 0
  for (const row of rows) {
    const before = byId.get(row.id)?.before
    if (!before) continue
    await updateOrganisation(tx, row.id, { name: row.name, kind: before, now })
    const parent = row.parent_id === null ? undefined : await organisationById(tx, row.parent_id)
    await enterSearch(tx, searchableOrganisation({ ...row, kind: before, path: pathOf(row) }, parent?.name ?? null))
    restored += 1
  }
  return { removed: created.map(({ name }) => name), restored }
}

function obstacle(name: string, why: readonly string[]): RefusedPlace[] {
  return why.length === 0 ? [] : [{ message: `${name}：${[...new Set(why)].join('、')}` }]
}
