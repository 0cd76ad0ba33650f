import { expect, it } from 'vitest'
import { csvOf } from './table-as-csv.ts'

it.each([
  ['columns of buttons are left out', ['编号|可以做|文件|问题', '1|编辑|下载|超标'], ['编号,问题', '1,超标']],
  ['a short row is filled up', ['编号|问题', '1'], ['编号,问题', '1,']],
  ['commas, quotes and lines stay in their cell', ['甲,乙|称"好"|一\n二'], ['"甲,乙","称""好""","一\n二"']],
  ['nothing is a formula', ['=1+1|-5|+86|@某人|=A1,2'], ["'=1+1,'-5,'+86,'@某人,\"'=A1,2\""]],
])('%s', (_, rows, lines) => {
  expect(csvOf(rows.map((row) => row.split('|')))).toBe(`${lines.join('\r\n')}\r\n`)
})
