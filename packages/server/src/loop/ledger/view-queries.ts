import { carries, type LedgerView, type Page, ViewSearch } from '@duizhao/contract'
import { sql } from 'kysely'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import { page } from '../../platform/database/paging.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** One’s own views, and those shared with an organisation for which one was granted to read its ledger. */
function views(db: Database | Tx, { accountId, grants }: Actor) {
  const granted = grants.filter(({ role }) => carries(role, 'problem.read')).map(({ organisationId }) => organisationId)
  return db
    .selectFrom('ledger_view')
    .innerJoin('account', 'account.id', 'ledger_view.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .leftJoin('organisation', 'organisation.id', 'ledger_view.shared_with')
    .select(['ledger_view.id', 'ledger_view.name', 'ledger_view.search', 'ledger_view.account_id as accountId'])
    .select(['person.name as by', 'shared_with as sharedWith', 'organisation.name as sharedWithName'])
    .select(sql<number>`(ledger_view.account_id <> ${accountId})::int`.as('isOthers'))
    .where((builder) =>
      builder.or([
        builder('ledger_view.account_id', '=', accountId),
        // Nobody could remove what somebody who has left shared.
        builder.and([
          builder('ledger_view.shared_with', '=', sql<string>`any(${granted}::uuid[])`),
          builder('person.left_at', 'is', null),
        ]),
      ]),
    )
}

type ViewRow = Awaited<ReturnType<ReturnType<typeof views>['execute']>>[number]

function toView({ id, name, search, by, isOthers, sharedWith, sharedWithName }: ViewRow): LedgerView {
  return {
    id,
    name,
    search: ViewSearch.parse(search),
    by,
    isOwn: isOthers === 0,
    sharedWith: sharedWith === null ? null : { id: sharedWith, name: sharedWithName ?? '' },
  }
}

/** A page of the views one sees, one’s own first. */
export async function viewsPage(
  db: Database,
  actor: Actor,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<LedgerView>> {
  const keys = [
    { column: sql`(ledger_view.account_id <> ${actor.accountId})::int`, property: 'isOthers' },
    { column: 'ledger_view.name', property: 'name' },
    { column: 'ledger_view.id', property: 'id' },
  ]
  const { items, next } = await page(views(db, actor), keys, paging)
  return { items: items.map(toView), next }
}

/** A view one sees, by its id. */
export async function viewById(db: Database | Tx, actor: Actor, id: string): Promise<LedgerView | undefined> {
  const row = await views(db, actor).where('ledger_view.id', '=', id).executeTakeFirst()
  return row && toView(row)
}

/** How many views an account keeps under other names. */
export async function countOtherViews(tx: Tx, accountId: string, name: string): Promise<number> {
  const { count } = await tx
    .selectFrom('ledger_view')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('name', '!=', name)
    .executeTakeFirstOrThrow()
  return Number(count)
}

interface KeptView {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly search: ViewSearch
  readonly sharedWith: string | null
  readonly at: Date
}

/** Keeps a view under its name, in place of one that had it; its id. */
export async function keepView(tx: Tx, { accountId, search, sharedWith, at, ...view }: KeptView): Promise<string> {
  const kept = { search: JSON.stringify(search), shared_with: sharedWith, changed_at: at }
  const { id } = await tx
    .insertInto('ledger_view')
    .values({ ...view, ...kept, account_id: accountId })
    .onConflict((conflict) => conflict.columns(['account_id', 'name']).doUpdateSet(kept))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Removes a view of the account; its name, or nothing if it has none of that id. */
export async function dropView(tx: Tx, accountId: string, id: string): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('ledger_view')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}
