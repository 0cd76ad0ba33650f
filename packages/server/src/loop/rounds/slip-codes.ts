import { createHash, randomInt } from 'node:crypto'

/** Digits and letters that are not taken for one another when they are read off paper. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 12

/** A new code: of 31¹², a guess that hits one of five thousand comes once in 10¹⁴. */
export function newCode(): string {
  return Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}

/** A code as it stands on the slip. */
export function inGroups(code: string): string {
  return code.match(/.{4}/g)?.join('-') ?? code
}

/** What is kept of a code: that it is one of the round. */
export function invitationHash(code: string): Buffer {
  return createHash('sha256').update(`invitation ${code}`).digest()
}

/** What is kept of it with the answer: whoever has only the database cannot tell which slip it was. */
export function answerHash(code: string): Buffer {
  return createHash('sha256').update(`answer ${code}`).digest()
}
