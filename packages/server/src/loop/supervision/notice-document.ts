import { dateInChinese } from '@duizhao/engine/wording'
import { noticeKindNames } from '@duizhao/contract'
import { type OfficialBlock, officialDocument } from '@duizhao/report'
import { record } from '../../platform/audit/index.ts'
import { readExceptions, workdaysBetween } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import type { Download } from '../../platform/context.ts'
import { wholeBytes } from '../../platform/files/index.ts'
import { doWork } from '../../platform/work.ts'
import { seenNotice } from './answer-notice.ts'
import { fieldValues } from './notice-fields.ts'
import type { HeldNotice } from './queries.ts'
import { type NoticeTemplate, templateFor } from './template-queries.ts'
import { filledTemplate } from './work.ts'

/**
 * A notice as a Word document with its reply slip, the answer in it once there is one: in the issuing office's own form
 * if it, or one above it, has set one. That somebody took it is recorded.
 */
export async function noticeDocument(context: ActorContext, noticeId: string): Promise<Download> {
  const { db } = context
  const notice = await seenNotice(context, noticeId)
  const template = await templateFor(db, notice.issuerId)
  const bytes = template ? await filled(context, notice, template) : standardDocument(notice)
  await transaction(db, (tx) =>
    record(tx, context, {
      action: 'notice.document',
      subject: `${notice.number}（问题 ${notice.problemNumber} 号）`,
      organisationId: notice.organisation.id,
    }),
  )
  return { name: `${notice.number}${noticeKindNames[notice.kind]}.docx`, bytes }
}

async function filled(context: ActorContext, notice: HeldNotice, { hash, name }: NoticeTemplate): Promise<Uint8Array> {
  const { dueOn, issuedOn } = notice
  const overdueDays = dueOn === null ? 0 : workdaysBetween(dueOn, issuedOn, await readExceptions(context.db))
  const bytes = await wholeBytes(context, { hash, name })
  const values = fieldValues(notice, overdueDays)
  return doWork(context, filledTemplate, { file: { bytes, name }, values }, name)
}

function standardDocument(notice: HeldNotice): Uint8Array {
  const { kind, number, organisation, text } = notice
  return officialDocument({
    title: noticeKindNames[kind],
    number,
    addressee: organisation.name,
    blocks: [
      { kind: 'paragraph', words: text },
      ...signatureOf(notice),
      { kind: 'pageBreak' },
      { kind: 'heading', level: 1, words: `${noticeKindNames[kind]}回执` },
      replySlip(notice),
    ],
  })
}

/** Characters to a line after the indent of two (GB/T 9704—2012, 5.2.2). */
const LINE = 26

/** 署名 and date at the right. `officialDocument` sets its own at the very end, here the reply slip comes after it. */
function signatureOf({ issuerName, issuedOn }: HeldNotice): OfficialBlock[] {
  const atRight = (words: string, free: number): string =>
    '　'.repeat(Math.max(0, Math.round(LINE - free - widthOf(words)))) + words
  const lines = ['', atRight(issuerName, 2), atRight(dateInChinese(issuedOn), 4)]
  return lines.map((words) => ({ kind: 'paragraph', words }))
}

/** Width in Chinese characters; figures and Latin letters are half as wide. */
function widthOf(words: string): number {
  return [...words].reduce((sum, character) => sum + (character < '\u0100' ? 0.5 : 1), 0)
}

/** Room to write by hand in what is not answered yet. */
const ROOM = '\n'.repeat(8)

function replySlip(notice: HeldNotice): OfficialBlock {
  const { number, organisation, problemNumber, problemText, answer, answeredBy, answeredOn } = notice
  const [done, next] = partsOf(answer)
  return {
    kind: 'table',
    columns: [
      { header: '项目', share: 1 },
      { header: '内容', share: 4 },
    ],
    rows: [
      ['文号', number],
      ['单位', organisation.name],
      ['问题', `${problemNumber} 号：${problemText}`],
      ['整改情况', done === '' ? ROOM : done],
      ['下一步', next === '' ? ROOM : next],
      ['联系人', answeredBy ?? ''],
      ['签章', '\n\n'],
      ['日期', answeredOn === null ? '' : dateInChinese(answeredOn)],
    ],
  }
}

/** What was done, and what comes next where the answer says so. */
function partsOf(answer: string | null): [done: string, next: string] {
  if (answer === null) return ['', '']
  const at = answer.search(/下一步/u)
  return at <= 0 ? [answer, ''] : [answer.slice(0, at).trim(), answer.slice(at)]
}
