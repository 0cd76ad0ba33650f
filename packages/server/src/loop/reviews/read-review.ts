import { type PaperReview, type PaperRule, personalPaperKinds } from '@duizhao/contract'
import { factsOf } from '@duizhao/report'
import { record, recordReading } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/refusal.ts'
import { type KeptReview, keptReview, renewReview, rulesNow, seenVersion } from '../papers/index.ts'

/** A version of a paper with the paper. */
export type SeenVersion = NonNullable<Awaited<ReturnType<typeof seenVersion>>>

/**
 * A version whose review the actor may see: an author his own, who reviews what was handed in. Not found for the others, also
 * for those who may read a paper that was approved.
 */
export async function reviewedVersion(context: ActorContext, versionId: string): Promise<SeenVersion> {
  const version = await seenVersion(context, versionId)
  if (!version || version.paper.seen.isOutcome) throw notFound('这一版文稿的审核')
  return version
}

/** What the audit log calls a version, and whose it is. */
export function versionTold({ ordinal, paper }: SeenVersion): { subject: string; organisationId: string } {
  return { subject: `${paper.title}，第 ${ordinal} 版`, organisationId: paper.organisation.id }
}

/** The text of a version with what the engine found in it. That somebody read what another wrote of himself is recorded. */
export async function readReview(context: ActorContext, versionId: string): Promise<PaperReview> {
  const version = await reviewedVersion(context, versionId)
  const { kind, accountId } = version.paper
  if (personalPaperKinds.some((personal) => personal === kind) && accountId !== context.actor.accountId)
    await recordReading(context, versionId, { action: 'review.read', ...versionTold(version) })
  return shown(version, await keptReview(context.db, versionId))
}

/** Reviews a version by the rules of today: those of its author, or of whoever reviews it. Conflict where nothing can be read. */
export async function reviewAnew(context: ActorContext, versionId: string): Promise<PaperReview> {
  const version = await reviewedVersion(context, versionId)
  const keep = await renewReview(context, version)
  await transaction(context.db, async (tx) => {
    await keep(tx)
    await record(tx, context, { action: 'review.renew', ...versionTold(version) })
  })
  return shown(version, await keptReview(context.db, versionId))
}

function shown({ paper, ordinal }: SeenVersion, kept: KeptReview | undefined): PaperReview {
  const { id, title, organisation } = paper
  const told = { paper: { id, title }, ordinal, organisation }
  if (kept === undefined) return { ...told, reviewed: null }
  const { at, rules, text, findings } = kept
  const used = [...new Set(findings.map(({ rule }) => rule))]
  return {
    ...told,
    reviewed: {
      ...{ at: at.toISOString(), isOutdated: rules !== rulesNow(), text, findings: [...findings] },
      rules: Object.fromEntries(used.flatMap((rule) => ruleTold(rule))),
    },
  }
}

/** What is told of a rule; nothing of one that there is no more. */
function ruleTold(rule: string): [string, PaperRule][] {
  const facts = factsOf(rule)
  return facts === null ? [] : [[rule, { name: facts.name, why: facts.why, source: facts.source }]]
}
