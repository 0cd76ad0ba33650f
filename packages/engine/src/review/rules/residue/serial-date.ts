import type { Table } from '../../../reading/source-document.ts'
import { daysAfter } from '../../../wording/days.ts'
import { dateInChinese } from '../../../wording/write-date.ts'
import type { Rule } from '../../rule.ts'

const HEADED = /时限|期限|日期|时间/
/** Day numbers of 2017 to 2041, counted as Excel counts. */
const SERIAL = /^(?:4[3-9]|5[01])\d{3}$/
const DAY_ZERO = '1899-12-30'

export const serialDate: Rule = {
  id: 'residue/serial-date',
  name: '日期变成了数字',
  severity: 'error',
  why: '日期丢了格式，成了五位数字，读者不知道是哪一天。',
  source: { title: 'Excel 的日期编号', known: 'regulation' },
  *check({ document }) {
    for (const table of document.tables) {
      const columns = datedColumns(table)
      for (const { row, column, text, start, end } of table.cells) {
        const number = text.trim()
        if (row === 0 || !columns.has(column) || !SERIAL.test(number)) continue
        const day = dateInChinese(daysAfter(DAY_ZERO, Number(number)))
        yield {
          place: { start, end },
          message: `“${number}”是丢了格式的日期，应为${day}`,
          suggestion: day,
        }
      }
    }
  },
  bad: [
    '# 临江市档案馆问题清单\n\n| 序号 | 存在问题 | 完成时限 |\n| --- | --- | --- |\n| 1 | 学习不够系统 | ⟦46357⟧ |\n',
  ],
  good: [
    '# 临江市档案馆问题清单\n\n| 序号 | 存在问题 | 金额 | 完成时限 |\n| --- | --- | --- | --- |\n| 1 | 账实不符 | 46357 | 2026年3月底 |\n',
  ],
}

function datedColumns({ cells }: Table): Set<number> {
  return new Set(cells.filter(({ row, text }) => row === 0 && HEADED.test(text)).map(({ column }) => column))
}
