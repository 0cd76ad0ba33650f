import { askedOf, type WorkRecord, type WorkRecordDetail } from '@duizhao/contract'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { attendanceAt, expectedAt } from './expected.ts'
import { postsIn, type PostSpan } from '../../office/posts/index.ts'
import { namesOfPeople, type ParticipantRow, participantsOf, type RecordRow } from './queries.ts'
import type { Asking } from './view-queries.ts'

/** Records as lists show them, each as far as it may be seen. */
export async function presentRecords(db: Database | Tx, rows: readonly RecordRow[]): Promise<WorkRecord[]> {
  const [participants, posts] = await Promise.all([
    participantsOf(
      db,
      rows.map(({ id }) => id),
    ),
    postsAround(db, rows),
  ])
  const byRecord = Map.groupBy(participants, ({ recordId }) => recordId)
  return rows.map((row) => present(row, byRecord.get(row.id) ?? [], posts))
}

/** The posts that may matter for some records: of their bodies, over their days. */
export async function postsAround(
  db: Database | Tx,
  rows: readonly Pick<RecordRow, 'organisationId' | 'onDay'>[],
): Promise<PostSpan[]> {
  const days = rows.map(({ onDay }) => onDay).toSorted()
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) return []
  return postsIn(db, [...new Set(rows.map(({ organisationId }) => organisationId))], { from, to })
}

function present(row: RecordRow, participants: readonly ParticipantRow[], posts: readonly PostSpan[]): WorkRecord {
  const { id, version, view, state, visibility, kinds, subjects, name, onDay, untilDay, makesUpOn, hours } = row
  const isInside = view !== 'outline'
  const talkedTo = participants.filter(({ kind }) => kind === 'talked_to')
  return {
    ...{ id, version, view, state, visibility, kinds, subjects, name, onDay, untilDay, makesUpOn, hours },
    organisation: { id: row.organisationId, name: row.organisationName },
    numbers: row.numbers,
    host: isInside ? row.host : null,
    topics: isInside ? row.topics : [],
    talkedTo: isInside ? talkedTo.map(({ personId, personName }) => ({ id: personId, name: personName })) : [],
    attendance: attendanceAt(row, posts, participants),
  }
}

/** One record with all the asking account may see of it. */
export async function presentRecord(db: Database | Tx, { actor }: Asking, row: RecordRow): Promise<WorkRecordDetail> {
  const [participants, posts, names] = await Promise.all([
    participantsOf(db, [row.id]),
    postsAround(db, [row]),
    namesOfPeople(db, row.releasedBy),
  ])
  const isWhole = row.view === 'whole'
  const parties = partiesOf(row, participants)
  const isParty = parties.includes(actor.personId)
  const hasReleased = row.releasedBy.includes(actor.personId)
  const isReleased = parties.length === 2 && parties.every((party) => row.releasedBy.includes(party))
  const due = expectedAt(row, posts)
  return {
    ...present(row, participants, posts),
    place: isWhole ? row.place : '',
    participants: isWhole
      ? participants.map(({ personId, personName, kind, note }) => ({
          person: { id: personId, name: personName },
          ...{ kind, note, isExpected: due?.has(personId) ?? false },
        }))
      : [],
    outcome: isWhole ? row.outcome : '',
    note: isParty || (isReleased && row.organises) ? row.note : null,
    releasedBy: row.view === 'outline' ? [] : row.releasedBy.map((id) => ({ id, name: names.get(id) ?? '' })),
    file: isWhole && row.file !== null ? { name: row.file.name } : null,
    enteredBy: row.view === 'outline' ? '' : row.enteredBy,
    withdrawn: row.withdrawn,
    mayChange: mayChange(row, { isParty, isEntrant: row.createdBy === actor.accountId }),
    mayRelease: isParty && !hasReleased && row.state === 'kept' && row.withdrawn === null,
  }
}

/** The two who talked; nobody of what is no talk. */
export function partiesOf(
  { kinds, host }: Pick<RecordRow, 'kinds' | 'host'>,
  participants: readonly Pick<ParticipantRow, 'personId' | 'kind'>[],
): string[] {
  if (askedOf(kinds).visibility !== 'parties') return []
  const others = participants.filter(({ kind }) => kind === 'talked_to').map(({ personId }) => personId)
  return [...(host === null ? [] : [host.id]), ...others]
}

interface Change {
  readonly isParty: boolean
  readonly isEntrant: boolean
}

/** A draft is changed by who entered it, a talk by him and the two who talked, all else by who writes for the body. */
export function mayChange(row: RecordRow, { isParty, isEntrant }: Change): boolean {
  if (row.withdrawn !== null) return false
  if (row.state === 'draft') return isEntrant
  return row.visibility === 'parties' ? isParty || isEntrant : row.mayWrite
}
