import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fingerprintOf, installationKey, isSameFingerprint, isSignedBy, knownFingerprint, sealerOf } from './index.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duizhao-key-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('makes one key, at first use, which only its owner reads', async () => {
  expect(await knownFingerprint(folder)).toBeNull()
  const keys = await Promise.all(Array.from({ length: 5 }, () => installationKey(folder)))
  expect(new Set(keys.map(({ fingerprint }) => fingerprint)).size).toBe(1)
  expect(await knownFingerprint(folder)).toBe(keys[0]?.fingerprint)
  if (process.platform !== 'win32') expect((await stat(join(folder, 'keys/installation.pem'))).mode & 0o777).toBe(0o600)
})

it('signs what nobody else can sign, and knows its own again', async () => {
  const key = await installationKey(folder)
  const bytes = Buffer.from('备份')
  const signature = key.sign(bytes)
  expect(isSignedBy(key.publicKey, bytes, signature)).toBe(true)
  expect(isSignedBy(key.publicKey, Buffer.from('改过的备份'), signature)).toBe(false)
  const other = await installationKey(join(folder, 'other'))
  expect(isSignedBy(other.publicKey, bytes, signature)).toBe(false)
  expect(isSignedBy('不是密钥', bytes, signature)).toBe(false)
  expect(fingerprintOf(key.publicKey)).toBe(key.fingerprint)
  expect(isSameFingerprint(key.fingerprint, key.fingerprint.replaceAll('-', ' ').toUpperCase())).toBe(true)
  expect(isSameFingerprint(key.fingerprint, other.fingerprint)).toBe(false)
})

it('seals what only it opens again, for its purpose and for whom it was sealed', async () => {
  const sealer = sealerOf(folder, 'second-factor')
  const [secret, of] = [Buffer.from('秘密'), 'account 1']
  const sealed = await sealer.seal(secret, of)
  expect(sealed.includes(secret)).toBe(false)
  expect(await sealer.open(sealed, of)).toEqual(secret)
  expect(await sealer.seal(secret, of)).not.toEqual(sealed)
  expect(await sealer.open(sealed, 'account 2')).toBeNull()
  expect(await sealerOf(folder, 'other').open(sealed, of)).toBeNull()
  expect(await sealerOf(join(folder, 'other'), 'second-factor').open(sealed, of)).toBeNull()
  for (const changed of [sealed.subarray(1), sealed.map((byte) => byte ^ 1), Buffer.alloc(0)])
    expect(await sealer.open(changed, of)).toBeNull()
})

it('replaces no file that is no key', async () => {
  await installationKey(folder)
  await writeFile(join(folder, 'keys/installation.pem'), '坏了')
  await expect(installationKey(folder)).rejects.toThrow('不是密钥')
})
