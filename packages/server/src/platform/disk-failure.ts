/** What the system says when there is no room: the disk, the account's share of it, or the largest file it allows (errno(3)). */
const CODES = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', '53100'])
/** The same in the words of PostgreSQL's programs, which end with words and not with codes. */
const WORDS = /No space left on device|Disk quota exceeded|File too large|size limit exceeded/i

/** True if something could not be written because there is no room for it, on this machine or on the database's. */
export function isFullDisk(error: unknown): boolean {
  return error instanceof Error && (CODES.has('code' in error ? String(error.code) : '') || saysFullDisk(error.message))
}

/** True if these words of a program say so. */
export function saysFullDisk(words: string): boolean {
  return WORDS.test(words)
}
