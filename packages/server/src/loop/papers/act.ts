import { type PaperAction, type PaperDetail, type PaperGuard, paperMachine, type PaperState } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { digesting, vouchFor } from '../../platform/audit/index.ts'
import { act, type Outcome, refuseEarly, type Subject } from '../../platform/act.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { Feature } from '../../platform/feature.ts'
import { conflict, notFound } from '../../platform/refusal.ts'
import { insertEvent } from './event-queries.ts'
import { type PaperChange, paperOf, type PaperRow, seenPaperForUpdate, updatePaper, writtenPaper } from './queries.ts'
import { paperFacts } from './policy.ts'
import { readPaper } from './read-paper.ts'
import { putIntoSearch } from './searchable.ts'
import { VOUCHED } from './vouched-queries.ts'

const papers: Subject<PaperRow, PaperChange, PaperState, PaperAction, PaperGuard> = {
  machine: paperMachine,
  name: 'paper',
  held: async (tx, { actor }, id) => {
    const paper = await seenPaperForUpdate(tx, actor, id)
    if (!paper) throw notFound('这份文稿')
    return paper
  },
  facts: async (_, { actor }, paper) => paperFacts(actor, paper),
  write: async (tx, id, { change, state, now }) => {
    await updatePaper(tx, id, { ...change, state, changed_at: now })
    return writtenPaper(tx, id)
  },
  history: (tx, context, { after, deed }) => enterHistory(tx, context, after, deed),
  told: ({ title, organisation }) => ({ subject: title, organisationId: organisation.id }),
}

/** The same, and every feature hears of what was done. */
function papersTelling(features: readonly Feature[]): typeof papers {
  return {
    ...papers,
    history: async (tx, context, acted) => {
      await papers.history(tx, context, acted)
      const { organisation } = acted.after
      const told = { of: 'paper', organisationId: organisation.id, days: [], people: [], now: context.now } as const
      for (const { happened } of features) await happened?.(tx, told)
    },
  }
}

/**
 * Tells a paper's history what was done, and of which version, and the search what it is now; the entry in the audit log
 * that follows vouches for it.
 */
export async function enterHistory(
  tx: Tx,
  { now, actor }: ActorContext,
  paper: PaperRow,
  { action, reason = '' }: { readonly action: string; readonly reason?: string },
): Promise<void> {
  const { id, state, allVersions } = paper
  const act = newId()
  const written = await insertEvent(tx, act, {
    ...{ id: newId(), paperId: id, at: now, action, to: state, reason },
    accountId: actor.accountId,
    byName: actor.personName,
    // What ends a paper is said of all of it, also to those who do not see its latest version.
    ordinal: allVersions === 0 || action === 'void' ? null : allVersions,
  })
  const digest = digesting()
  digest.add(written)
  vouchFor(tx, { of: VOUCHED, act, ...digest.digest() })
  await putIntoSearch(tx, paper)
}

/** Does an action on a paper, as `act` does; the paper as it is then. */
export async function actOnPaper(
  context: ActorContext,
  { features, paperId }: { readonly features: readonly Feature[]; readonly paperId: string },
  action: PaperAction,
  work: (tx: Tx, paper: PaperRow) => Promise<Outcome<PaperChange>>,
): Promise<PaperDetail> {
  await act(context, papersTelling(features), { id: paperId, actions: [action] }, work)
  return readPaper(context, paperId)
}

/** Refuses what `actOnPaper` would refuse as the paper is now; not found for whom it is not. */
export function refuseOnPaper(context: ActorContext, paperId: string, action: PaperAction): Promise<void> {
  return refuseEarly(context, papers, { id: paperId, actions: [action] })
}

/** Conflict, with what the paper is now, if it is no longer the one that was looked at. */
export function refuseUnseen(paper: PaperRow, version: number): void {
  if (paper.version !== version) throw conflict('这份文稿刚刚被别人改过。', '请对照现在的内容再办。', paperOf(paper))
}
