import type { Context } from '../context.ts'
import type { StoredBytes } from '../file-store.ts'
import { conflict } from '../refusal.ts'
import { markFiles } from './queries.ts'

/** The bytes of a kept file. That they are not what was kept any more is written down, for whoever sees the file listed. */
export async function readStored(
  { db, files, now }: Pick<Context, 'db' | 'files' | 'now'>,
  hash: string,
): Promise<StoredBytes> {
  const stored = await files.get(hash)
  if (stored.state !== 'whole') await markFiles(db, [hash], { state: stored.state, at: now })
  return stored
}

/** The same, where nothing can be done without the bytes: refused with what happened to the file. */
export async function wholeBytes(
  context: Pick<Context, 'db' | 'files' | 'now'>,
  { hash, name }: { readonly hash: string; readonly name: string },
): Promise<Uint8Array> {
  const stored = await readStored(context, hash)
  if (stored.state === 'whole') return stored.bytes
  const todo = '请系统管理员从备份里取回这个文件，或请上传的人重新上传原来的文件。'
  throw stored.state === 'missing'
    ? conflict(`“${name}”的文件不在了。`, todo)
    : conflict(`“${name}”的文件损坏或被改动过，与登记时的指纹对不上，没有给出。`, todo)
}
