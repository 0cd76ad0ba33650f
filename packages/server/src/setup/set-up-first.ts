import { v7 as newId } from 'uuid'
import type { Database } from '../platform/database/pool.ts'
import { transaction } from '../platform/database/transaction.ts'
import { type FirstAccount, makeAdministrators, setUp } from './set-up.ts'

/** The first start: an office of one's own, to be renamed and built up, with its three administrators. */
export async function setUpFirst(db: Database, now: Date): Promise<FirstAccount[]> {
  const acting = { now, origin: { address: '本机', device: '首次启动', requestId: newId() } }
  const administrators = await makeAdministrators()
  const root = { id: newId(), name: '本单位', kind: 'committee' } as const
  return transaction(db, (tx) => setUp(tx, acting, root, administrators))
}
