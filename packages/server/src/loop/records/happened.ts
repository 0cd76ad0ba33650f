import type { Feature } from '../../platform/feature.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { participantsOf, type RecordRow } from './queries.ts'

/** Of which days a record tells, and whom it names. */
export interface Touched {
  readonly days: readonly string[]
  readonly people: readonly string[]
}

/** What a record touches as it stands; nothing before it has happened or once it was taken back. */
export async function touchedBy(tx: Tx, { id, state, withdrawn, onDay, makesUpOn, host }: RecordRow): Promise<Touched> {
  if (state !== 'kept' || withdrawn !== null) return { days: [], people: [] }
  const named = (await participantsOf(tx, [id])).map(({ personId }) => personId)
  return {
    days: [onDay, ...(makesUpOn === null ? [] : [makesUpOn])],
    people: [...(host === null ? [] : [host.id]), ...named],
  }
}

/** Tells every feature that a record has been kept, changed or taken back: what it touched before, and touches now. */
export async function tellOfRecord(
  tx: Tx,
  features: readonly Feature[],
  { organisationId, now, touched }: { organisationId: string; now: Date; touched: readonly Touched[] },
): Promise<void> {
  const days = [...new Set(touched.flatMap((each) => each.days))]
  const people = [...new Set(touched.flatMap((each) => each.people))]
  if (days.length === 0) return
  for (const { happened } of features) await happened?.(tx, { of: 'record', organisationId, days, people, now })
}
