import { join } from 'node:path'
import { features } from './features.ts'
import { filesOf } from './files.ts'
import * as backup from './platform/backup/index.ts'
import type { BackupSummary, Restored } from './platform/backup/index.ts'
import type { ServerConfig } from './platform/config.ts'
import { vouchedOf, writeAnchor } from './platform/audit/index.ts'
import type { OpenDatabase } from './platform/database/open-database.ts'
import { installationKey, knownFingerprint } from './platform/keys/index.ts'
import { onThisMachine } from './on-this-machine.ts'

/** Makes a backup, asked for on the machine itself: encrypted if there is a passphrase, unless it is to be plain. */
export async function saveBackup(
  path: string,
  { db, url }: Pick<OpenDatabase, 'db' | 'url'>,
  config: ServerConfig,
  { now, isPlain = false }: { readonly now: Date; readonly isPlain?: boolean },
): Promise<{ readonly summary: BackupSummary; readonly isEncrypted: boolean; readonly fingerprint: string }> {
  const key = await installationKey(config.dataFolder)
  const passphrase = isPlain ? undefined : config.passphrase
  const source = { db, databaseUrl: url, files: filesOf(config), key, passphrase }
  const summary = await backup.saveBackup(path, source, onThisMachine(now))
  return { summary, isEncrypted: passphrase !== undefined, fingerprint: key.fingerprint }
}

/** Brings a backup back into the empty database and data folder of the configuration. */
export async function restoreBackup(
  path: string,
  { db, url }: Pick<OpenDatabase, 'db' | 'url'>,
  config: ServerConfig,
  { now, key }: { readonly now: Date; readonly key?: string | undefined },
): Promise<Restored> {
  const restored = await backup.restore(path, {
    databaseUrl: url,
    filesFolder: join(config.dataFolder, 'files'),
    passphrase: config.passphrase,
    keys: { own: await knownFingerprint(config.dataFolder), named: key },
    acting: onThisMachine(now),
    vouched: vouchedOf(features),
  })
  // What was written down before and is no more is explained by this, which no database can forge.
  await writeAnchor(db, config, { occasion: 'restore', now })
  return restored
}

/** Reads a whole backup, without a database. */
export async function verifyBackup(
  path: string,
  { dataFolder, passphrase }: ServerConfig,
  key: string | undefined,
): Promise<Omit<Restored, 'chain'>> {
  return backup.verifyBackup(path, { passphrase, keys: { own: await knownFingerprint(dataFolder), named: key } })
}
