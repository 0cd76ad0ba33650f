import type { PostRole, RecordFields } from '@duizhao/contract'
import { officialDocument } from '@duizhao/report'
import { v7 as newId } from 'uuid'
import { columnsOf } from '../platform/access.ts'
import type { Office } from './office.ts'

/** What is written down of a record, as far as a test says it. */
export type Written = Partial<RecordFields> & Pick<RecordFields, 'kinds' | 'onDay'>

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

let files = 0

/** Minutes as a secretary writes them, in Word; each file its own. */
export function minutesFile(lines: readonly string[] = MINUTES, name = '会议记录.docx'): File {
  files += 1
  const [title = '', ...rest] = lines
  const blocks = [...rest, `记录：第 ${files} 次`].map((words) => ({ kind: 'paragraph' as const, words }))
  return new File([new Uint8Array(officialDocument({ title, blocks }))], name)
}

export const MINUTES = [
  '水务局机关党支部3月党员大会会议记录',
  '时间：2026年3月5日下午2:30—4:30',
  '地点：三楼会议室',
  '主持人：李建国',
  '应到：5人　实到：4人',
  '缺席：王小明（出差）',
  '列席：赵丽华',
  '会议议题：',
  '一、传达学习习近平总书记2026年2月10日在全国水利工作座谈会上的重要讲话',
  '二、讨论接收预备党员',
]

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
