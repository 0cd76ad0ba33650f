import type { FileState } from '@duizhao/contract'

/** What the store has under a hash. Bytes that are not those it was given are never handed out. */
export type StoredBytes =
  | { readonly state: 'whole'; readonly bytes: Uint8Array }
  | { readonly state: Exclude<FileState, 'whole'> }

/** Files by content: named by the SHA-256 of their bytes, written once, never changed. */
export interface FileStore {
  /** Keeps the bytes and returns their hash, 64 hexadecimal digits. On disk, folder and all, before it returns. */
  put(bytes: Uint8Array): Promise<string>
  /** The bytes, compared with their hash. */
  get(hash: string): Promise<StoredBytes>
}
