import { sql } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** A claim that was not taken back. */
export interface ClaimRow {
  readonly id: string
  readonly itemId: string
  readonly personId: string
  readonly name: string
  readonly role: string
  readonly caption: string
  readonly claimedOn: string
}

function claims(db: Database | Tx) {
  return db
    .selectFrom('feedback_claim')
    .innerJoin('person', 'person.id', 'feedback_claim.person_id')
    .select(['feedback_claim.id', 'item_id as itemId', 'person_id as personId', 'person.name', 'role', 'caption'])
    .select('claimed_on as claimedOn')
    .where('withdrawn_at', 'is', null)
}

/** Who claimed some items, the earliest first. */
export async function claimsOfItems(db: Database | Tx, itemIds: readonly string[]): Promise<ClaimRow[]> {
  if (itemIds.length === 0) return []
  return claims(db)
    .where(sql<boolean>`item_id = any(${itemIds}::uuid[])`)
    .orderBy('claimed_on')
    .orderBy('feedback_claim.id')
    .execute()
}

/** The claim, held until the transaction ends. */
export function claimForUpdate(tx: Tx, id: string): Promise<ClaimRow | undefined> {
  return claims(tx).where('feedback_claim.id', '=', id).forUpdate('feedback_claim').executeTakeFirst()
}

export interface NewClaim extends Omit<ClaimRow, 'name'> {
  readonly accountId: string
  readonly at: Date
}

export async function insertClaims(tx: Tx, given: readonly NewClaim[]): Promise<void> {
  await tx
    .insertInto('feedback_claim')
    .values(
      given.map(({ itemId, personId, claimedOn, accountId, ...rest }) => ({
        ...{ ...rest, item_id: itemId, person_id: personId, claimed_on: claimedOn, account_id: accountId },
      })),
    )
    .execute()
}

export async function endClaim(
  tx: Tx,
  id: string,
  { at, reason }: { readonly at: Date; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('feedback_claim')
    .set({ withdrawn_at: at, withdrawn_reason: reason })
    .where('id', '=', id)
    .execute()
}

const MOST_OF_ONE = 200

/** What a person claimed, the latest first, with what was taken back. */
export async function claimsOfPerson(db: Database, personId: string) {
  return db
    .selectFrom('feedback_claim')
    .innerJoin('feedback_item', 'feedback_item.id', 'feedback_claim.item_id')
    .innerJoin('inspection', 'inspection.id', 'feedback_item.inspection_id')
    .select(['feedback_claim.claimed_on as claimedOn', 'feedback_claim.withdrawn_reason as withdrawnReason'])
    .select(['feedback_item.position', 'inspection.name as inspection'])
    .where('feedback_claim.person_id', '=', personId)
    .orderBy('feedback_claim.id', 'desc')
    .limit(MOST_OF_ONE)
    .execute()
}
