import type { Page } from '@duizhao/contract'
import type { Database } from '../database/pool.ts'
import { page } from '../database/paging.ts'
import type { Tx } from '../database/transaction.ts'

export interface NotificationRow {
  readonly id: string
  readonly title: string
  readonly link: string
  readonly at: Date
  readonly readAt: Date | null
}

/** The newest first. */
export async function notificationsPage(
  db: Database,
  accountId: string,
  { unread, ...paging }: { readonly unread: boolean; readonly after?: string | undefined; readonly limit: number },
): Promise<Page<NotificationRow>> {
  let query = db
    .selectFrom('notification')
    .select(['id', 'title', 'link', 'at', 'read_at as readAt'])
    .where('account_id', '=', accountId)
  if (unread) query = query.where('read_at', 'is', null)
  const keys = [
    { column: 'at', property: 'at' },
    { column: 'id', property: 'id' },
  ]
  return page(query, keys, { ...paging, descending: true })
}

/** Unread notifications are counted up to here. */
export const MOST_COUNTED = 100

/** How many are unread; `MOST_COUNTED` stand for any more. */
export async function countUnread(db: Database | Tx, accountId: string): Promise<number> {
  const { count } = await db
    .selectFrom((from) =>
      from
        .selectFrom('notification')
        .select('id')
        .where('account_id', '=', accountId)
        .where('read_at', 'is', null)
        .limit(MOST_COUNTED)
        .as('unread'),
    )
    .select((builder) => builder.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Marks notifications of the account as read, all of them for null. Returns how many had not been. */
export async function markRead(tx: Tx, accountId: string, ids: readonly string[] | null, now: Date): Promise<number> {
  if (ids?.length === 0) return 0
  let query = tx
    .updateTable('notification')
    .set({ read_at: now })
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
  if (ids !== null) query = query.where('id', 'in', ids)
  const { numUpdatedRows } = await query.executeTakeFirst()
  return Number(numUpdatedRows)
}

export interface NewNotification {
  readonly id: string
  readonly accountId: string
  readonly title: string
  readonly link: string
  readonly at: Date
}

export async function insertNotifications(tx: Tx, notifications: readonly NewNotification[]): Promise<void> {
  if (notifications.length === 0) return
  const values = notifications.map(({ accountId, ...rest }) => ({ ...rest, account_id: accountId }))
  await tx.insertInto('notification').values(values).execute()
}

/** Whom a notification is to be mailed to, if they have not read it, and it is the newest they have not read. */
export async function recipientOf(
  db: Database,
  notificationId: string,
): Promise<{ readonly accountId: string; readonly email: string } | undefined> {
  return db
    .selectFrom('notification')
    .innerJoin('account', 'account.id', 'notification.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id as accountId', 'person.email'])
    .where('notification.id', '=', notificationId)
    .where('notification.read_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('notification as newer')
            .select('newer.id')
            .whereRef('newer.account_id', '=', 'notification.account_id')
            .where('newer.read_at', 'is', null)
            .where(({ eb, ref, refTuple, tuple }) =>
              eb(refTuple('newer.at', 'newer.id'), '>', tuple(ref('notification.at'), ref('notification.id'))),
            ),
        ),
      ),
    )
    .executeTakeFirst()
}

export async function countAll(db: Database, accountId: string): Promise<number> {
  const { count } = await db
    .selectFrom('notification')
    .select((builder) => builder.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  return count
}
