import { claimedFigures } from '@duizhao/engine'
import { type Work, work } from '@duizhao/workshop'
import type { UploadedFile } from '../../platform/context.ts'
import { readDocument } from '../../platform/read-document.ts'
import type { WordedClaim } from './compare-claims.ts'

const MOST_CLAIMS = 300

interface Asked {
  readonly file: UploadedFile
  /** The year the paper tells of; what it says of another is left out. */
  readonly year: number
}

/** The figures a paper claims, the first of them, with their words; null where no text can be read. */
export const claimsOfPaper = work('figures.claims', async ({ file, year }: Asked): Promise<WordedClaim[] | null> => {
  const document = await readDocument(file)
  if ('refused' in document) return null
  const { text } = document
  return claimedFigures(text, year)
    .slice(0, MOST_CLAIMS)
    .map((claim) => ({ ...claim, words: text.slice(claim.start, claim.end) }))
})

export const figureWork: readonly Work[] = [claimsOfPaper]
