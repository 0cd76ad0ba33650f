import type { FileState, FileVerification } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { type Acting, record } from '../audit/index.ts'
import type { FileStore } from '../file-store.ts'
import type { Database } from '../database/pool.ts'
import { transaction } from '../database/transaction.ts'
import type { Job } from '../jobs/index.ts'
import { hashesPage, markFiles } from './queries.ts'

const AT_ONCE = 200

/** Compares every kept file with its hash and writes down what came out; the audit log tells that it was done. */
export async function verifyFiles(
  { db, files }: { readonly db: Database; readonly files: FileStore },
  acting: Acting,
): Promise<FileVerification> {
  const counts: Record<FileState, number> = { whole: 0, damaged: 0, missing: 0 }
  let after: string | undefined
  do {
    const { items, next } = await hashesPage(db, { after, limit: AT_ONCE })
    const found: { hash: string; state: FileState }[] = []
    for (const { hash } of items) found.push({ hash, state: (await files.get(hash)).state })
    for (const [state, group] of Map.groupBy(found, (one) => one.state)) {
      counts[state] += group.length
      const hashes = group.map(({ hash }) => hash)
      await markFiles(db, hashes, { state, at: acting.now })
    }
    after = next ?? undefined
  } while (after !== undefined)
  const { whole, damaged, missing } = counts
  const result = { files: whole + damaged + missing, damaged, missing }
  await transaction(db, (tx) =>
    record(tx, acting, {
      action: 'files.verify',
      subject: '全部文件',
      detail: result,
      succeeded: damaged + missing === 0,
    }),
  )
  return result
}

export const verifyFilesEachNight: Job = {
  name: 'verify-files',
  schedule: '40 2 * * *',
  async work({ db, files, now }) {
    const origin = { address: '本机', device: '后台任务', requestId: newId() }
    await verifyFiles({ db, files }, { now, origin })
  },
}
