import { v7 as newId } from 'uuid'
import { record } from '../../platform/audit/index.ts'
import { transaction } from '../../platform/database/transaction.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { readSettings } from '../../platform/settings/index.ts'
import { eraseCredentials } from '../identity/index.ts'
import { eraseContact, goneSince } from './contact-queries.ts'

const DAY = 86_400_000

/**
 * Every night: of people who left longer ago than the office keeps it, what they were reached and signed in by is erased.
 * Their name stays with what they did, which the ledger and the audit log have to tell.
 */
export const eraseContactsEachNight: Job = {
  name: 'erase-contacts',
  schedule: '37 3 * * *',
  async work({ db, now }) {
    const { contactDays } = await readSettings(db)
    const acting = { now, origin: { address: '本机', device: '后台任务', requestId: newId() } }
    for (const { id, accountId, name, organisationId } of await goneSince(
      db,
      new Date(now.getTime() - contactDays * DAY),
    ))
      await transaction(db, async (tx) => {
        await eraseContact(tx, id)
        if (accountId !== null) await eraseCredentials(tx, accountId)
        await record(tx, acting, {
          action: 'person.eraseContact',
          subject: name,
          organisationId,
          detail: { contactDays },
        })
      })
  },
}
