/** A server of its own process for tests that kill it: `node crash-server.ts <data folder>`; says its address in one line. */
import { flushCompileCache } from 'node:module'
import { v7 as newId } from 'uuid'
import type { Pool } from '../platform/database/pool.ts'
import { transaction } from '../platform/database/transaction.ts'
import { hashPassword, setPassword } from '../office/identity/index.ts'
import { readConfig } from '../platform/config.ts'
import { insertAccount, insertGrant, insertOrganisation, insertPerson } from '../office/organisation/index.ts'
import { isNew } from '../setup/set-up.ts'
import { startServer } from '../server.ts'

async function fill({ db }: Pool): Promise<void> {
  if (!(await isNew(db))) return
  const [organisationId, personId, accountId] = [newId(), newId(), newId()]
  const hash = await hashPassword('Linjiang-2026')
  const now = new Date()
  await transaction(db, async (tx) => {
    const place = { id: organisationId, name: '临江市委', kind: 'committee' as const }
    await insertOrganisation(tx, { ...place, parentId: null, path: [organisationId] })
    const person = { name: '系统管理员', position: '', email: '', isPartyMember: true }
    await insertPerson(tx, personId, organisationId, person)
    await insertAccount(tx, { id: accountId, personId, login: 'xitong', passwordHash: hash, now })
    await setPassword(tx, accountId, { hash, now, mustChange: false })
    await insertGrant(tx, { id: newId(), accountId, role: 'system_admin', organisationId, grantedBy: null, now })
  })
}

const config = readConfig({
  DUIZHAO_DATA: process.argv[2],
  DATABASE_URL: process.env['DATABASE_URL'],
  DUIZHAO_SMTP: process.env['DUIZHAO_SMTP'],
  DUIZHAO_SMTP_TLS: 'false',
  DUIZHAO_PORT: '0',
  DUIZHAO_LOG: process.env['DUIZHAO_LOG'] ?? 'silent',
})
const { address, databaseUrl } = await startServer(config, { version: '0.0.0', prepare: fill })
process.stdout.write(`${JSON.stringify({ address, databaseUrl })}\n`)
// At its end it would be kept by itself; but this one is killed.
flushCompileCache()
