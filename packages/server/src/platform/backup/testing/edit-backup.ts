import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { InstallationKey } from '../../keys/index.ts'
import { type BackupRecord, readRecords, signedBytes, writeRecord } from '../archive-format.ts'
import { byteReader } from '../byte-reader.ts'
import { PLAIN } from '../encryption.ts'

/** Writes a plain backup again with other records, as somebody would who has the file but not the key. */
export async function editBackup(
  path: string,
  target: string,
  edit: (records: readonly BackupRecord[]) => readonly BackupRecord[],
): Promise<void> {
  const content = gunzipSync((await readFile(path)).subarray(PLAIN.length))
  const records = await Array.fromAsync(readRecords(byteReader(Readable.from([content])), createHash('sha256')))
  await writeFile(target, Buffer.concat([PLAIN, gzipSync(Buffer.concat(edit(records).map(writeRecord)))]))
}

/** The records with a signature of another key, over what they are now. */
export function signAgain(records: readonly BackupRecord[], key: InstallationKey): BackupRecord[] {
  const others = records.filter(({ head }) => head.kind !== 'signature')
  const before = createHash('sha256')
  for (const record of others) before.update(writeRecord(record))
  const signature = key.sign(signedBytes(before))
  const head = { kind: 'signature', publicKey: key.publicKey, signature, bytes: 0 } as const
  return [...others, { head, content: Buffer.alloc(0) }]
}

/** As programs before signatures wrote it. */
export function asOfFirstFormat(records: readonly BackupRecord[]): BackupRecord[] {
  return records
    .filter(({ head }) => head.kind !== 'signature')
    .map(({ head, content }) => ({ head: head.kind === 'begin' ? { ...head, version: 1 as const } : head, content }))
}
