import { v7 as newId } from 'uuid'
import type { Database } from '../database/pool.ts'
import { type FirstAccount, setUp } from './set-up.ts'

/** The first start: an office of one's own, to be renamed and built up, with its three administrators. */
export function setUpFirst(db: Database, now: Date): Promise<FirstAccount[]> {
  const acting = { now, origin: { address: '本机', device: '首次启动', requestId: newId() } }
  return setUp(db, acting, { id: newId(), name: '本单位', kind: 'committee' })
}
