import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installationKey } from '../keys/index.ts'
import type { BackupRecord } from './archive-format.ts'
import { backUp } from './back-up.ts'
import { restore, verifyBackup } from './index.ts'
import type { RestoreTarget } from './restore.ts'
import { type BackupScene, openBackupScene } from '../../testing/backups.ts'
import { asOfFirstFormat, editBackup, signAgain } from './testing/edit-backup.ts'

let scene: BackupScene
let folder: string
/** A good backup, with one file. */
let path: string
beforeAll(async () => {
  scene = await openBackupScene()
  ;({ folder } = scene)
  await scene.keep(randomBytes(100))
  path = join(folder, 'backup')
  await backUp(path, scene.source)
})
afterAll(() => scene.close())

/** A name changed in the rows of organisations, with a hash that fits again. */
function forged(records: readonly BackupRecord[]): BackupRecord[] {
  const changed = (content: Buffer): Buffer => Buffer.from(content.toString('utf8').replaceAll('临江', '临河'))
  const rows = records.filter(({ head }) => head.kind === 'rows' && head.table === 'organisation')
  const digest = createHash('sha256')
  for (const { content } of rows) digest.update(changed(content))
  const hash = digest.digest('hex')
  return records.map(({ head, content }) => {
    if (head.kind === 'rows' && head.table === 'organisation') return { head, content: changed(content) }
    if (head.kind !== 'end') return { head, content }
    const tables = head.tables.map((table) => (table.name === 'organisation' ? { ...table, hash } : table))
    return { head: { ...head, tables }, content }
  })
}

describe('a backup that was edited', () => {
  const edits: readonly [string, (records: readonly BackupRecord[]) => BackupRecord[]][] = [
    ['a name changed, hash and all', forged],
    [
      'a table left out of the end',
      (records) => withTables(records, (names) => names.filter((name) => name !== 'account')),
    ],
    [
      'a table left out altogether',
      (records) =>
        withTables(
          records.filter(({ head }) => head.kind !== 'rows' || head.table !== 'account'),
          (names) => names.filter((name) => name !== 'account'),
        ),
    ],
    ['a table named twice', (records) => withTables(records, (names) => [...names, 'account'])],
    ['the end left out', (records) => records.filter(({ head }) => head.kind !== 'end')],
    ['the beginning left out', (records) => records.slice(1)],
    ['a sequence left out', (records) => records.filter(({ head }) => head.kind !== 'sequence')],
    ['a file left out', (records) => records.filter(({ head }) => head.kind !== 'file')],
    ['something after the signature', (records) => [...records, ...records.slice(1, 2)]],
    [
      'said to be of another day',
      (records) =>
        records.map(({ head, content }) => ({
          head: head.kind === 'begin' ? { ...head, at: '2026-02-01T00:00:00Z' } : head,
          content,
        })),
    ],
    ['the signature left out', (records) => records.filter(({ head }) => head.kind !== 'signature')],
  ]

  let target: RestoreTarget
  beforeAll(async () => {
    target = await scene.elsewhere()
  })

  it.each(edits)('is refused, and leaves nothing behind: %s', async (_, edit) => {
    const edited = join(folder, 'edited')
    await editBackup(path, edited, edit)
    await expect(verifyBackup(edited, target)).rejects.toThrow(/损坏|不完整/)
    await expect(restore(edited, target)).rejects.toThrow(/损坏|不完整/)
    expect((await readdir(folder)).filter((name) => name.startsWith(basename(target.filesFolder)))).toEqual([])
  })

  it('keeps the right one from nothing: where all of them were refused, it is restored', async () => {
    expect((await restore(path, target)).summary.files).toBe(1)
  })

  it('and signed again is refused where the key is known, and said where it is not', async () => {
    const { key } = scene
    const edited = join(folder, 'edited')
    const other = await installationKey(join(folder, 'other'))
    await editBackup(path, edited, (records) => signAgain(forged(records), other))
    const target = await scene.elsewhere()
    for (const keys of [{ own: key.fingerprint }, { own: null, named: key.fingerprint }]) {
      await expect(verifyBackup(edited, { keys })).rejects.toThrow(/不是本系统签的|不是要的那把/)
      await expect(restore(edited, { ...target, keys })).rejects.toThrow(/不是本系统签的|不是要的那把/)
    }
    expect(await verifyBackup(edited, target)).toMatchObject({ signer: 'unknown', signedBy: other.fingerprint })
    expect(await verifyBackup(path, { keys: { own: key.fingerprint } })).toMatchObject({ signer: 'own' })
    expect(await restore(path, { ...target, keys: { own: null, named: key.fingerprint } })).toMatchObject({
      signer: 'named',
      signedBy: key.fingerprint,
    })
  })

  it('and made one of the first format is told as not signed, and refused where a key is asked for', async () => {
    const { key } = scene
    const old = join(folder, 'old')
    await editBackup(path, old, asOfFirstFormat)
    const target = await scene.elsewhere()
    await expect(restore(old, { ...target, keys: { own: null, named: key.fingerprint } })).rejects.toThrow('没有签名')
    expect(await restore(old, target)).toMatchObject({ signer: 'none', signedBy: null })
  })

  it.each([
    ['plain', undefined, 12],
    ['encrypted', '一句只有管理员知道的话', 5],
  ])(
    'is found wherever a byte is changed or the rest cut off, %s',
    { timeout: 180_000 },
    async (_, passphrase, count) => {
      await scene.keep(randomBytes(2_000))
      const whole = join(folder, 'whole')
      await backUp(whole, { ...scene.source, passphrase })
      const bytes = await readFile(whole)
      const spoilt = join(folder, 'spoilt')
      const look = () => verifyBackup(spoilt, { passphrase, keys: { own: null } })
      // The first 64 bytes hold marks and the date in the head of gzip, which says nothing of the contents.
      for (let at = 0; at < count; at++) {
        const place = 64 + Math.floor(((bytes.length - 64) * at) / count)
        const changed = Buffer.from(bytes)
        changed.writeUInt8(bytes.readUInt8(place) ^ 0x10, place)
        for (const content of [changed, bytes.subarray(0, place)]) {
          await writeFile(spoilt, content)
          await expect(look(), `${place}`).rejects.toThrow(/损坏|改动|不完整/)
        }
      }
    },
  )
})

function withTables(
  records: readonly BackupRecord[],
  change: (names: readonly string[]) => readonly string[],
): BackupRecord[] {
  return records.map(({ head, content }) => {
    if (head.kind !== 'end') return { head, content }
    const tables = change(head.tables.map(({ name }) => name)).flatMap(
      (name) => head.tables.find((table) => table.name === name) ?? [],
    )
    return { head: { ...head, tables }, content }
  })
}
