import type { Notice, NoticeKind } from '@duizhao/contract'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { ProblemRow } from './problem-queries.ts'

/** The rows that go on with a problem: it came back, was split, or merged into another. */
export async function heirsOf(
  db: Database | Tx,
  { id, mergedInto }: ProblemRow,
): Promise<{ id: string; number: number; relation: 'relapse' | 'split' | 'merge' }[]> {
  const rows = await db
    .selectFrom('problem')
    .select(['id', 'number', 'relapse_of', 'split_from'])
    .where((builder) =>
      builder.or([
        builder('relapse_of', '=', id),
        builder('split_from', '=', id),
        ...(mergedInto === null ? [] : [builder('id', '=', mergedInto)]),
      ]),
    )
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    relation: row.relapse_of === id ? 'relapse' : row.split_from === id ? 'split' : 'merge',
  }))
}

export async function namesOfAccounts(db: Database | Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id', 'person.name'])
    .where('account.id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export function notices(db: Database | Tx) {
  return db
    .selectFrom('notice')
    .innerJoin('problem', 'problem.id', 'notice.problem_id')
    .innerJoin('organisation', 'organisation.id', 'problem.organisation_id')
    .innerJoin('account', 'account.id', 'notice.issued_by')
    .innerJoin('person', 'person.id', 'account.person_id')
    .leftJoin('account as answerer', 'answerer.id', 'notice.answered_by')
    .leftJoin('person as answering', 'answering.id', 'answerer.person_id')
    .select([
      'notice.id',
      'notice.problem_id as problemId',
      'problem.number as problemNumber',
      'problem.text as problemText',
      'organisation.id as organisationId',
      'organisation.name as organisationName',
      'notice.kind',
      'notice.year',
      'notice.serial',
      'notice.organisation_id as issuerId',
      'notice.text',
      'person.name as issuedBy',
      'notice.issued_on as issuedOn',
      'notice.answer_due_on as answerDueOn',
      'notice.answer',
      'answering.name as answeredBy',
      'notice.answered_on as answeredOn',
    ])
}

export type NoticeRow = Awaited<ReturnType<ReturnType<typeof notices>['execute']>>[number]

export function toNotice(row: NoticeRow): Notice {
  const { organisationId, organisationName, kind, year, serial, issuerId: _, ...rest } = row
  return {
    ...rest,
    kind: kind as NoticeKind,
    number: `督〔${year}〕${serial}号`,
    organisation: { id: organisationId, name: organisationName },
  }
}

export async function noticesOf(db: Database | Tx, problemId: string): Promise<Notice[]> {
  const rows = await notices(db)
    .where('notice.problem_id', '=', problemId)
    .orderBy('notice.issued_on')
    .orderBy('notice.id')
    .limit(100)
    .execute()
  return rows.map(toNotice)
}
