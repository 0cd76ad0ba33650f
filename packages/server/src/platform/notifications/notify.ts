import { v7 as newId } from 'uuid'
import type { Context } from '../context.ts'
import type { Tx } from '../database/transaction.ts'
import { insertNotifications } from './queries.ts'
import { sendMail } from './send-mail.ts'

/** How many characters of a problem or a reason a title shows. */
export const MOST_IN_TITLE = 40

/** Tells accounts something, in the application and, if the office sends mail, by mail. */
export async function notify(
  tx: Tx,
  { now, enqueue }: Pick<Context, 'now' | 'enqueue'>,
  accountIds: readonly string[],
  { title, link }: { readonly title: string; readonly link: string },
): Promise<void> {
  const notifications = accountIds.map((accountId) => ({ id: newId(), accountId, title, link, at: now }))
  await insertNotifications(tx, notifications)
  for (const { id } of notifications) await enqueue(tx, sendMail, { notificationId: id })
}
