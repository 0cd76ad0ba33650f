import {
  type PaperKind,
  type PaperState,
  personalPaperKinds,
  type ProblemClass,
  type ProblemState,
  uncountedStates,
} from '@duizhao/contract'
import { visible } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import { seenProblems } from '../ledger/index.ts'

export interface MeetingProblem {
  readonly id: string
  readonly number: number
  readonly aspect: string
  readonly text: string
  readonly cause: string
  readonly class: ProblemClass
  readonly state: ProblemState
  readonly dueOn: string | null
  readonly lead: string
  readonly handler: string
  readonly measures: readonly {
    readonly text: string
    readonly responsible: string
    readonly dueOn: string | null
    readonly doneOn: string | null
  }[]
}

const MOST = 2_000

/** What is said of a problem that is in a ledger the actor may not see. */
const ELSEWHERE = '（已转给别的单位）'

/**
 * The problems of a meeting in their order, with their measures; what others go on with is not among them. What was handed
 * over to a body whose ledger the actor may not see is there, as it counts, but not told.
 */
export async function problemsOf(db: Database, actor: Actor, meetingId: string): Promise<MeetingProblem[]> {
  const rows = await db
    .selectFrom('problem')
    .innerJoin('meeting', 'meeting.id', 'problem.meeting_id')
    .leftJoin('person as lead', 'lead.id', 'problem.lead_id')
    .leftJoin('person as handler', 'handler.id', 'problem.handler_id')
    .select(['problem.id', 'problem.number', 'problem.aspect', 'problem.text', 'problem.cause', 'problem.class'])
    .select(['problem.state', 'problem.due_on as dueOn', 'lead.name as lead', 'handler.name as handler'])
    .select((of) =>
      of
        .or([
          of('problem.organisation_id', '=', of.ref('meeting.organisation_id')),
          seenProblems(of, 'problem', { actor, permission: 'problem.read' }),
        ])
        .as('isTold'),
    )
    .where('problem.meeting_id', '=', meetingId)
    .where('problem.state', 'not in', [...uncountedStates])
    .orderBy('problem.number')
    .limit(MOST)
    .execute()
  if (rows.length === 0) return []
  const measures = await db
    .selectFrom('measure')
    .select(['problem_id as problemId', 'text', 'responsible', 'due_on as dueOn', 'done_on as doneOn'])
    .where(
      'problem_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('position')
    .orderBy('id')
    .execute()
  const byProblem = Map.groupBy(measures, ({ problemId }) => problemId)
  return rows.map(({ isTold, lead, handler, text, cause, dueOn, ...row }) => ({
    ...row,
    class: row.class as ProblemClass,
    state: row.state as ProblemState,
    ...(isTold
      ? { text, cause, dueOn, lead: lead ?? '', handler: handler ?? '', measures: byProblem.get(row.id) ?? [] }
      : { text: ELSEWHERE, cause: '', dueOn: null, lead: '', handler: '', measures: [] }),
  }))
}

export interface MeetingPaperTitle {
  readonly kind: PaperKind
  readonly title: string
  readonly number: string
  readonly state: PaperState
  readonly issuedOn: string | null
}

/** The approved and issued papers of a meeting that the actor may read; those about one person are left out. */
export async function paperTitlesOf(db: Database, actor: Actor, meetingId: string): Promise<MeetingPaperTitle[]> {
  const rows = await db
    .selectFrom('paper')
    .select(['kind', 'title', 'number', 'state', 'issued_on as issuedOn'])
    .where('meeting_id', '=', meetingId)
    .where('state', 'in', ['approved', 'issued'])
    .where('kind', 'not in', [...personalPaperKinds])
    .where((builder) => visible(builder, 'paper', { actor, permission: 'paper.read' }))
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as PaperKind, state: row.state as PaperState }))
}

export interface ArchivedFile {
  readonly kind: PaperKind
  readonly hash: string
  readonly name: string
}

/**
 * The files of a meeting's approved and issued papers, as they were approved, in the order of their kinds: all that the actor
 * may read, and of those about one person what he drafted or may review.
 */
export async function filesOf(db: Database, actor: Actor, meetingId: string): Promise<ArchivedFile[]> {
  const rows = await db
    .selectFrom('paper')
    .innerJoin('paper_version', (join) =>
      join.onRef('paper_version.paper_id', '=', 'paper.id').onRef('paper_version.ordinal', '=', 'paper.shown_versions'),
    )
    .select(['paper.kind', 'paper_version.file_hash as hash', 'paper_version.file_name as name'])
    .where('paper.meeting_id', '=', meetingId)
    .where('paper.state', 'in', ['approved', 'issued'])
    .where((builder) =>
      builder.or([
        builder('paper.created_by', '=', actor.accountId),
        visible(builder, 'paper', { actor, permission: 'paper.review' }),
        builder.and([
          builder('paper.kind', 'not in', [...personalPaperKinds]),
          visible(builder, 'paper', { actor, permission: 'paper.read' }),
        ]),
      ]),
    )
    .orderBy('paper.kind')
    .orderBy('paper.id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as PaperKind }))
}
