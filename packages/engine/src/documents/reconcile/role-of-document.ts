import { isWorkbook, type SourceDocument } from '../../reading/source-document.ts'
import { readLedgers } from '../../tables/ledger.ts'
import type { DocumentRole } from './traced-problem.ts'
import { beginningOf } from '../../wording/beginnings.ts'

/** Words of a title, tried in this order: a report on the feedback's rectification names the feedback too. */
const TITLES: readonly (readonly [DocumentRole, RegExp])[] = [
  ['notice', /整改.{0,20}(?:通报|公告|公示|公开)|(?:通报|公告|公示).{0,10}整改/],
  ['report', /整改.{0,24}(?:情况|进展|落实|结果|完成).{0,12}(?:报告|汇报|总结|小结)|(?:情况|进展).{0,6}报告/],
  ['plan', /整改.{0,16}(?:方案|实施意见|任务清单|任务书|措施清单)|(?:实施|工作)方案/],
  ['ledger', /台账|整改.{0,8}(?:清单|明细|统计|汇总|情况)表|任务分解表|销号表/],
  ['feedback', /反馈|巡[视察].{0,20}意见|审计报告|通报.{0,8}问题|问题清单/],
]

/** What a document is in a rectification, by its title, else by its table or its words; null for another document. */
export function roleOfDocument(
  document: SourceDocument,
): { readonly role: DocumentRole; readonly reason: string } | null {
  const beginning = beginningOf(document.text, 'title')
  const title = titleOf(document, beginning)
  const columns = new Set(
    document.tables
      .flatMap((table) => readLedgers(table))
      .flatMap((ledger) => ledger.columns.map(({ field }) => field)),
  )
  const isLedger = columns.has('progress') || columns.has('state') || columns.has('strikeOffDate')
  if (isWorkbook(document)) return { role: 'ledger', reason: '工作簿' }
  // A self-check speaks of inspections too.
  const isSelfCheck = /对照检查|对照剖析|检视剖析|生活会/.test(beginning)
  for (const [role, pattern] of TITLES) {
    const [words] = pattern.exec(title) ?? []
    if (words === undefined || (role === 'feedback' && isSelfCheck)) continue
    return { role: role === 'plan' && isLedger && !/方案/.test(title) ? 'ledger' : role, reason: `标题有“${words}”` }
  }
  if (isLedger) return { role: 'ledger', reason: '表格里有进展或完成情况' }
  if (/整改措施[:：]/.test(document.text)) return { role: 'plan', reason: '逐项写了整改措施' }
  if (/整改(?:情况|进展|落实)[:：]/.test(document.text)) return { role: 'report', reason: '逐项写了整改情况' }
  const isFedBack = !isSelfCheck && /反馈|巡[视察]|审计|督查|检查发现/.test(beginningOf(document.text, 'opening'))
  return isFedBack ? { role: 'feedback', reason: '说的是反馈的问题' } : null
}

/** The lines before the first sentence. */
function titleOf(document: SourceDocument, beginning: string): string {
  const lines = beginning
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const end = lines.findIndex((line) => /[。；]/.test(line) || /[:：]$/.test(line))
  return `${lines.slice(0, end < 0 ? 3 : Math.max(1, Math.min(end, 5))).join('')} ${document.tables[0]?.name ?? ''}`
}
