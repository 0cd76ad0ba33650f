import type { LedgerDate } from '../../../tables/ledger.ts'
import { readDate } from '../../../wording/chinese-date.ts'
import type { LedgerEntry, LedgerObservation, LedgerRule } from '../ledger-rule.ts'
import { dateInChinese } from '../../../wording/write-date.ts'

export const datesOutOfOrder: LedgerRule = {
  id: 'ledger/dates-out-of-order',
  name: '日期前后矛盾',
  severity: 'error',
  why: '没有启动就销号、填报之后才发生的进展，只能是填错或者补填的。',
  source: { title: '整改台账填报实践', known: 'practice' },
  *check({ entries, column, asOf }) {
    for (const entry of entries) {
      const { start, deadline, strikeOffDate } = entry.duties
      const columns = { deadline: column('deadline'), strikeOff: column('strikeOffDate'), progress: column('progress') }
      if (isBefore(deadline, start)) yield inOrder(entry, columns.deadline, ['完成时限', deadline, '启动时间', start])
      if (isBefore(strikeOffDate, start))
        yield inOrder(entry, columns.strikeOff, ['销号日期', strikeOffDate, '启动时间', start])
      if (asOf === null) continue
      const struck = dayOf(strikeOffDate)
      if (struck !== null && struck > asOf)
        yield at(entry, columns.strikeOff, `销号日期${dateInChinese(struck)}晚于填报日期${dateInChinese(asOf)}`)
      const later = laterDay(entry.duties.progress?.text ?? '', asOf)
      if (later !== null)
        yield at(entry, columns.progress, `进展写了${dateInChinese(later)}的事，晚于填报日期${dateInChinese(asOf)}`)
    }
  },
  bad: [
    '填报日期：2026年4月30日\n序号 | 存在问题 | 整改措施 | 启动时间 | 完成时限 | 进展情况 | 销号日期\n1 | 调研次数偏少 | 下乡一次 | 2026年1月5日 | 2026年3月31日 | 已下乡 | ⟦2026年1月3日⟧\n2 | 台账更新慢 | 每周更新 | 2026年2月5日 | ⟦2026年1月31日⟧ | 更新九次 | \n3 | 培训走过场 | 每次考试 | 2026年1月5日 | 2026年6月30日 | ⟦2026年5月20日组织考试⟧ | ',
  ],
  good: [
    '填报日期：2026年4月30日\n序号 | 存在问题 | 整改措施 | 启动时间 | 完成时限 | 进展情况 | 销号日期\n1 | 调研次数偏少 | 下乡一次 | 2026年1月5日 | 2026年1月 | 2026年1月8日下乡 | 2026年1月5日\n2 | 台账更新慢 | 每周更新 | 2026年2月5日 | 长期坚持 | 计划于2026年6月20日前更新完 | ',
  ],
}

function at({ line, number }: LedgerEntry, column: number | null, what: string): LedgerObservation {
  return { place: { line, column }, message: `第${number}项的${what}，请核对` }
}

type Compared = readonly [name: string, date: LedgerDate | undefined, other: string, than: LedgerDate | undefined]

function inOrder(entry: LedgerEntry, column: number | null, [name, date, other, than]: Compared): LedgerObservation {
  return at(entry, column, `${name}${dateInChinese(date?.date ?? '')}早于${other}${dateInChinese(than?.date ?? '')}`)
}

/** Months and quarters are known by their last day, so only a beginning named to the day can be too late. */
function isBefore(date: LedgerDate | undefined, start: LedgerDate | undefined): boolean {
  const begun = dayOf(start)
  return date?.kind === 'date' && date.date !== undefined && begun !== null && date.date < begun
}

function dayOf(date: LedgerDate | undefined): string | null {
  return date?.kind === 'date' && date.precision === 'day' && date.from === undefined ? (date.date ?? null) : null
}

const FULL_DATE = /\d{4}年\d{1,2}月\d{1,2}日/g
const PLANNED = /[拟将计预][^。；]{0,12}$|(?:计划|预计|准备|争取|力争|确保|截止|期限)[^。；]{0,12}$/

/** The first day of a text after `asOf` that is told as something that happened. */
function laterDay(text: string, asOf: string): string | null {
  for (const { 0: words, index } of text.matchAll(FULL_DATE)) {
    const { date } = readDate(words)
    const isDeadline = /^之?前/.test(text.slice(index + words.length))
    if (date !== undefined && date > asOf && !isDeadline && !PLANNED.test(text.slice(0, index))) return date
  }
  return null
}
