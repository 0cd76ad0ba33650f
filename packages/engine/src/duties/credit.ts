import type { RecordKind } from '../standards/record-kinds.ts'

/** Whose doing a record of a kind is: of whoever held it, of both parties, or of all who were there. */
const credits: Readonly<Partial<Record<RecordKind, 'host' | 'party'>>> = {
  party_lecture: 'host',
  outreach: 'host',
  research_report: 'host',
  article: 'host',
  inspection_visit: 'host',
  guidance: 'host',
  talk: 'party',
}

/** What one person had to do with a record. */
export interface PartTaken {
  readonly isHost: boolean
  readonly isParty: boolean
  /** He was due to come and did, or made it up. */
  readonly wasThere: boolean
}

/** True if a record of one of these kinds is the person's own doing, so that it fulfils a duty of his post. */
export function isCredited(kinds: readonly RecordKind[], part: PartTaken): boolean {
  return kinds.some((kind) => {
    const credit = credits[kind]
    if (credit === 'host') return part.isHost
    return credit === 'party' ? part.isHost || part.isParty : part.isHost || part.wasThere
  })
}
