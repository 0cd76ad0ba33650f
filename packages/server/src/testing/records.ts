import type { PostRole, RecordFields } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { columnsOf } from '../platform/access.ts'
import type { Office } from './office.ts'

type Written = Partial<RecordFields> & Pick<RecordFields, 'kinds' | 'onDay'>

let sessions = 0

/** A study session like no other. */
export function someRecord(more: Partial<RecordFields> = {}): Written {
  sessions += 1
  const topics = [{ text: `第 ${sessions} 篇重要讲话`, ofDay: '2025-12-10', speaker: '' }]
  return { kinds: ['study'], onDay: '2026-03-05', topics, ...more }
}

/** A talk of two people. */
export function talkOf(hostId: string, otherId: string, more: Partial<RecordFields> = {}): Written {
  const participants = [{ personId: otherId, kind: 'talked_to' as const, note: '' }]
  return { kinds: ['talk'], onDay: '2026-03-06', hostId, participants, ...more }
}

interface GivenPost {
  readonly personId: string
  readonly bodyId: string
  readonly role: PostRole
  readonly branchId?: string
  readonly fromOn?: string
  readonly toOn?: string | null
}

/** Somebody is something in a body from a day on. */
export async function givePost({ pool }: Office, post: GivenPost): Promise<void> {
  const { personId, bodyId, role, branchId = null, fromOn = '2020-01-01', toOn = null } = post
  const body = await pool.db.selectFrom('organisation').selectAll().where('id', '=', bodyId).executeTakeFirstOrThrow()
  const path = [body.a1, body.a2, body.a3, body.a4, body.a5, body.a6, body.a7, body.a8].filter((id) => id !== null)
  await pool.db
    .insertInto('post')
    .values({
      ...{ id: newId(), organisation_id: bodyId, ...columnsOf(path), person_id: personId, role },
      ...{ branch_id: branchId, from_on: fromOn, to_on: toOn },
    })
    .execute()
}
