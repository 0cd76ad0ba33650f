import { dateInChinese } from '@duizhao/engine/wording'
import { fillFields, isUnreadable } from '@duizhao/engine'
import { noticeKindNames } from '@duizhao/contract'
import { demandOf } from './notice-words.ts'
import type { HeldNotice } from './queries.ts'

/** The fields a template of an office may have, `{{文号}}`. */
export const noticeFields = [
  '文号',
  '名称',
  '单位',
  '问题',
  '编号',
  '时限',
  '超期天数',
  '要求',
  '正文',
  '答复期限',
  '责任领导',
  '责任人',
  '发文单位',
  '日期',
  '答复',
] as const
export type NoticeField = (typeof noticeFields)[number]

/** What a notice has for each of them; `overdueDays` as of the day it was issued. */
export function fieldValues(notice: HeldNotice, overdueDays: number): Record<NoticeField, string> {
  const { kind, number, organisation, text, dueOn, answerDueOn, issuedOn } = notice
  const demand = demandOf(kind, answerDueOn)
  return {
    文号: number,
    名称: noticeKindNames[kind],
    单位: organisation.name,
    问题: notice.problemText,
    编号: String(notice.problemNumber),
    时限: dueOn === null ? '长期坚持' : dateInChinese(dueOn),
    超期天数: String(overdueDays),
    // A text of the issuer's own is what they ask for.
    要求: text.endsWith(demand) ? demand : text,
    正文: text,
    答复期限: dateInChinese(answerDueOn),
    责任领导: notice.leadName ?? '',
    责任人: notice.handlerName ?? '',
    发文单位: notice.issuerName,
    日期: dateInChinese(issuedOn),
    答复: notice.answer ?? '',
  }
}

/** The fields of a template, in their order, and those of them nothing is known for; null for what is no .docx. */
export function fieldsOf(
  bytes: Uint8Array,
  name: string,
): { readonly fields: string[]; readonly unknown: string[] } | null {
  // Filled with nothing, every field is unknown: that is the list of them.
  const filled = fillFields(bytes, name, {})
  if (isUnreadable(filled)) return null
  const known: ReadonlySet<string> = new Set(noticeFields)
  return { fields: [...filled.unknown], unknown: filled.unknown.filter((field) => !known.has(field)) }
}
