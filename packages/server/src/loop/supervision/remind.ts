import { v7 as newId } from 'uuid'
import { record } from '../../platform/audit/index.ts'
import { dateInChina, readExceptions } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/database/pool.ts'
import { transaction } from '../../platform/database/transaction.ts'
import type { Enqueue, Job } from '../../platform/jobs/index.ts'
import { sendMail } from '../../platform/notifications/index.ts'
import { readSettings } from '../../platform/settings/index.ts'
import { enterReminders } from './reminder-queries.ts'
import { reminderSources } from './reminder-sources.ts'

/**
 * The day's reminders: deadlines ahead and passed, quarterly reports, look-backs, notices without an answer. Done again
 * on the same day it only gives what was not given yet. Returns how many of each, as one entry of the audit log says.
 */
export async function remind(db: Database, enqueue: Enqueue, now: Date): Promise<Readonly<Record<string, number>>> {
  const today = dateInChina(now)
  const round = { db, today, exceptions: await readExceptions(db) }
  const { mail } = await readSettings(db)
  const counts: Record<string, number> = {}
  for (const [name, source] of Object.entries(reminderSources)) {
    counts[name] = 0
    let after: string | undefined
    do {
      const { items, next } = await source(round, after)
      const entered = await transaction(db, async (tx) => {
        const ids = await enterReminders(tx, items, { now, today })
        if (mail.isOn) for (const notificationId of ids) await enqueue(tx, sendMail, { notificationId })
        return ids.length
      })
      counts[name] += entered
      after = next ?? undefined
    } while (after !== undefined)
  }
  const origin = { address: '本机', device: '后台任务', requestId: newId() }
  await transaction(db, (tx) =>
    record(tx, { now, origin }, { action: 'ledger.remind', subject: today, detail: counts }),
  )
  return counts
}

export const remindEachMorning: Job = {
  name: 'remind',
  schedule: '10 8 * * *',
  async work({ db, enqueue, now }) {
    await remind(db, enqueue, now)
  },
}
