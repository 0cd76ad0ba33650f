import { createHash, randomInt } from 'node:crypto'
import { RECOVERY_CODES } from '@duizhao/contract'

/** Small letters and digits without those that look alike on paper: five bits each. */
const SYMBOLS = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 4
const GROUP_LENGTH = 4

/** Fresh recovery codes, as they are shown once, and the hashes that are kept. */
export function newRecoveryCodes(): { readonly codes: string[]; readonly hashes: Buffer[] } {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode)
  return { codes, hashes: codes.map(recoveryHash) }
}

/** What is kept of a code, however it was typed. Nobody finds eighty random bits from their digest. */
export function recoveryHash(code: string): Buffer {
  const bare = code.toLowerCase().replace(/[^a-z0-9]/g, '')
  return createHash('sha256').update(bare).digest()
}

function newCode(): string {
  const pick = (): string => SYMBOLS.charAt(randomInt(SYMBOLS.length))
  const group = (): string => Array.from({ length: GROUP_LENGTH }, pick).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}
