/** What the system says when there is no room: the disk, the account's share of it, or the largest file it allows (errno(3)). */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', '53100'])
/** The same in the words of PostgreSQL's programs, which end with words and not with codes. */
const FULL_WORDS = /No space left on device|Disk quota exceeded|File too large|size limit exceeded/i
/** What it says of a disk that only reads, or does not even: many systems make one read-only when it fails (errno(3)). */
const FAILED = new Set(['EROFS', 'EIO', '58030'])
/** PostgreSQL has one code for this and for rights that lack. */
const FAILED_WORDS = /Read-only file system|Input\/output error/i

/** True if something could not be written because there is no room for it, on this machine or on the database's. */
export function isFullDisk(error: unknown): boolean {
  return error instanceof Error && (FULL.has(codeOf(error)) || saysFullDisk(error.message))
}

/** True if these words of a program say so. */
export function saysFullDisk(words: string): boolean {
  return FULL_WORDS.test(words)
}

/** True if a disk cannot be written, or fails, on this machine or on the database's. */
export function isFailedDisk(error: unknown): boolean {
  return error instanceof Error && (FAILED.has(codeOf(error)) || FAILED_WORDS.test(error.message))
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : ''
}
