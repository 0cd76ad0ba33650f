import { createHash } from 'node:crypto'
import { withoutLeadingNumber } from '@duizhao/engine/wording'

/** The words a problem is recognised by, whoever typed them: without the number in front, white space and punctuation. */
export function compact(text: string): string {
  return bare(text)
    .replace(/[\s\p{P}\p{S}]+/gu, '')
    .toLowerCase()
}

/** The same words but for white space and a number in front. */
export function saysSame(a: string, b: string): boolean {
  return bare(a).replace(/\s+/gu, '') === bare(b).replace(/\s+/gu, '')
}

function bare(text: string): string {
  return withoutLeadingNumber(text.normalize('NFKC').trim())
}

/** The words alone, without any numbers: the same measures whether they are counted or not. */
export function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}]+/gu, '')
}

/**
 * What a row is recognised by when the ledger comes again: its problem, and which of several with the same words it is.
 * Deadline, progress, people and place in the table may all have changed. The organisation is part of it, so that a
 * problem handed over to another never meets one imported there.
 */
export function importKey(organisationId: string, text: string, ordinal: number): string {
  const digest = createHash('sha256')
    .update(`${organisationId}\n${compact(text)}`)
    .digest('hex')
    .slice(0, 32)
  return `${digest}:${ordinal}`
}
