import { plainWords } from '../cell-content.ts'
import type { LedgerEntry } from './ledger-rule.ts'

/** A text as it is compared with others: without blanks, quotation marks and numbers before its items. */
export function comparable(text: string): string {
  return plainWords(text)
    .replace(/(?:^|(?<=[。；;]))[(（]?\d{1,2}[.、)）]/g, '')
    .replace(/[。；;，,]$/, '')
}

/** True if the entry says it is done: 已完成, 已销号, 办结. */
export function isClosed({ duties }: LedgerEntry): boolean {
  return duties.state?.state === 'done' || duties.state?.state === 'struck_off'
}

/** 第1、2、5项 */
export function numbered(entries: readonly LedgerEntry[]): string {
  const numbers = [...new Set(entries.map(({ number }) => number))]
  return numbers.length > 8 ? `第${numbers.slice(0, 8).join('、')}项等${numbers.length}项` : `第${numbers.join('、')}项`
}
