import { readdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Acting, type ChainVerification, record, verifyChain, type Vouched } from '../audit/index.ts'
import { applyMigrations, NewerDatabase } from '../database/migrate.ts'
import { openPool } from '../database/pool.ts'
import { transaction } from '../database/transaction.ts'
import { syncFolder } from '../durable.ts'
import { fileStore, markFiles } from '../files/index.ts'
import { BackupFailure, damaged } from './archive-format.ts'
import { type ReadBackup, readBackup, type Reception } from './read-backup.ts'
import { holdsData, inOneTransaction, loosen, setSequence, whyRowsAreRefused } from './restore-queries.ts'
import { type KnownKeys, type Signer, signerOf } from './signer.ts'
import { type Connection, insertRows, isSaved, savedTablesOf } from './snapshot-queries.ts'

export interface RestoreTarget {
  readonly databaseUrl: string
  readonly filesFolder: string
  readonly passphrase?: string | undefined
  readonly keys: KnownKeys
  /** Who restores, for the audit log. */
  readonly acting: Acting
  /** Rows the audit log vouches for. */
  readonly vouched?: readonly Vouched[]
}

export interface Restored extends ReadBackup {
  readonly signer: Signer
  /** The audit chain of what came back, before anything was added to it. */
  readonly chain: ChainVerification
}

/**
 * Brings a backup back into an empty database and an empty folder: all rows in one transaction, every hash and the
 * signature checked before it is committed. A backup of an older program is brought up to date. Files that are not in the
 * backup are marked. Throws `BackupFailure` with a sentence; then database and folder are as empty as before.
 */
export async function restore(path: string, target: RestoreTarget): Promise<Restored> {
  await refuseIfUsed(target)
  const draft = `${target.filesFolder}.restoring`
  await rm(draft, { recursive: true, force: true })
  try {
    let isMovedIn = false
    const brought = await inOneTransaction(target.databaseUrl, async (client) => {
      const read = await bringBack(path, { client, draft, passphrase: target.passphrase })
      const signer = signerOf(read.signedBy, target.keys)
      await moveIn(draft, target.filesFolder)
      isMovedIn = true
      return { ...read, signer }
    }).catch(async (error: unknown) => {
      if (isMovedIn) await rm(target.filesFolder, { recursive: true, force: true })
      throw error
    })
    return { ...brought, chain: await writeDown(brought, target) }
  } catch (error) {
    throw explained(error)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function refuseIfUsed({ databaseUrl, filesFolder }: RestoreTarget): Promise<void> {
  if (await holdsData(databaseUrl))
    throw new BackupFailure('要恢复到的数据库里已有数据，没有恢复。请用一个空的数据库或新的数据目录。')
  const files = await readdir(filesFolder).catch(() => [])
  if (files.length > 0)
    throw new BackupFailure(`要恢复到的文件夹 ${filesFolder} 不是空的，没有恢复。请用新的数据目录。`)
}

interface Means {
  readonly client: Connection
  /** Where files are put until all is known to be right. */
  readonly draft: string
  readonly passphrase: string | undefined
}

async function bringBack(path: string, { client, draft, passphrase }: Means): Promise<ReadBackup> {
  const files = fileStore(draft)
  let tighten = async (): Promise<void> => undefined
  const reception: Reception = {
    begin: async ({ migrations }) => {
      await applyMigrations(client, migrations)
      tighten = (await loosen(client)).restore
    },
    rows: async (table, lines) => (isSaved(table) ? insertRows(client, table, lines) : undefined),
    sequence: (head) => setSequence(client, head),
    file: async (bytes) => void (await files.put(bytes)),
  }
  const read = await readBackup(path, passphrase, reception)
  for (const { name } of await savedTablesOf(client)) if (!read.tables.has(name)) throw damaged(`没有表 ${name}`)
  await tighten()
  await applyMigrations(client)
  return read
}

async function moveIn(draft: string, folder: string): Promise<void> {
  await rmdir(folder).catch(() => undefined)
  try {
    await rename(draft, folder)
  } catch (error) {
    // A backup without files has made no folder.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
    throw error
  }
  await syncFolder(dirname(folder))
}

/** Marks the files that did not come, looks at the chain as it came, and adds to it that all this was brought back. */
async function writeDown(
  { summary, at, signedBy }: ReadBackup,
  { databaseUrl, acting, vouched = [] }: RestoreTarget,
): Promise<ChainVerification> {
  const pool = openPool(databaseUrl, 2)
  try {
    const chain = await verifyChain(pool.patient, { vouched })
    const missing = summary.absent.map(({ hash }) => hash)
    await transaction(pool.db, async (tx) => {
      await markFiles(tx, missing, { state: 'missing', at: acting.now })
      const { tables, rows, files } = summary
      await record(tx, acting, {
        action: 'system.restore',
        subject: '全部数据',
        detail: { backupOf: at, tables, rows, files, absent: missing.length, signedBy, chainIntact: chain.intact },
        succeeded: missing.length === 0 && chain.intact,
      })
    })
    return chain
  } finally {
    await pool.close()
  }
}

function explained(error: unknown): unknown {
  if (error instanceof NewerDatabase) return new BackupFailure(error.message)
  const reason = whyRowsAreRefused(error)
  return reason === null ? error : damaged(`行装不进数据库，${reason}`)
}
