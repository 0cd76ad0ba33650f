import { paperKindNames, personalPaperKinds } from '@duizhao/contract'
import type { Database } from '../../platform/database/pool.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import type { SearchKind } from '../../platform/feature.ts'
import { enterSearch, leaveSearch, type Searchable } from '../../platform/search/index.ts'
import { type PaperRow, papersNotFound } from './queries.ts'

/** What a paper is found as, and by whom besides its author, as `seen` tells it: those who read, those who review, nobody. */
export const paperSearches = [
  { kind: 'paper', permission: 'paper.read' },
  { kind: 'reviewed_paper', permission: 'paper.review' },
  { kind: 'own_paper', permission: null },
] as const satisfies readonly SearchKind[]
const kinds = paperSearches.map(({ kind }) => kind)

const AT_ONCE = 500

/** Puts a paper into the search as it is now; as what it was it is found no more. */
export async function putIntoSearch(tx: Tx, paper: PaperRow): Promise<void> {
  const entry = searchable(paper)
  for (const kind of kinds) if (kind !== entry.kind) await leaveSearch(tx, kind, paper.id)
  await enterSearch(tx, entry)
}

/** Puts into the search what was written before papers were found there. */
export async function putAllIntoSearch(db: Database): Promise<void> {
  for (;;) {
    const some = await transaction(db, async (tx) => {
      const papers = await papersNotFound(tx, kinds, AT_ONCE)
      await enterSearch(tx, ...papers.map(searchable))
      return papers
    })
    if (some.length < AT_ONCE) return
  }
}

function searchable(paper: PaperRow): Searchable {
  const { id, path, title, number, subject, organisation, author } = paper
  const kindName = paperKindNames[paper.kind]
  const named = number === '' ? [] : [number]
  return {
    ...{ kind: kindOf(paper), id, path, title, accountId: paper.accountId, link: `/papers/${id}` },
    context: [kindName, organisation.name, `${author.name}起草`, ...named].join(' · '),
    text: [number, subject, kindName, author.name].join('\n'),
  }
}

function kindOf({ state, kind, shownVersions, issuedOn }: PaperRow): (typeof kinds)[number] {
  const isOutcome = state === 'approved' || state === 'issued' || (state === 'void' && issuedOn !== null)
  if (isOutcome && !personalPaperKinds.some((personal) => personal === kind)) return 'paper'
  if (state === 'draft' || (state === 'void' && shownVersions === 0)) return 'own_paper'
  return 'reviewed_paper'
}
