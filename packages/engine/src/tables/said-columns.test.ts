import { describe, expect, it } from 'vitest'
import type { Table } from '../reading/source-document.ts'
import { readLedgers } from './ledger.ts'
import { guessedHeader, withSaidColumns } from './said-columns.ts'
import { tableOf } from './testing/table-of.ts'

const fieldsOf = (table: Table): string[] =>
  readLedgers(table).flatMap(({ columns }) => columns.map(({ field }) => field))

describe('the header of a table in which no name is known', () => {
  it.each([
    ['short words', tableOf('甲|乙|丙', '1|2|3'), ['甲', '乙', '丙']],
    ['words below a title', tableOf('某某局二〇二六年清单|<|<', '甲|乙|丙', '1|2|3'), ['甲', '乙', '丙']],
    ['words below who filled it in', tableOf('填报单位：某某局|<|日期：5月', '甲|乙|丙', '1|2|3'), ['甲', '乙', '丙']],
    ['figures', tableOf('1|1|1', '2|2|2'), []],
    ['words that repeat', tableOf('甲|甲|乙', '丙|丙|丙'), []],
    ['words with nothing below', tableOf('甲|乙|丙'), []],
    ['sentences', tableOf('巡查记录缺了两个月，月底一次补齐，没有照片|乙|丙', '丁|戊|戊'), []],
  ])('%s', (_, table, header) => {
    expect(guessedHeader(table).map(({ text }) => text)).toEqual(header)
  })
})

describe('a column that is said to be something', () => {
  const rows = ['1|巡查记录缺了两个月|每周巡查一次', '2|照片没有日期|重新拍照']

  it('is read so, also where one header cell stands over several columns', () => {
    const table = tableOf('项|甲|<', ...rows)
    expect(fieldsOf(table)).toEqual([])
    const said = withSaidColumns(table, [
      { index: 0, as: 'number' },
      { index: 1, as: 'problem' },
      { index: 2, as: 'measure' },
    ])
    expect(fieldsOf(said)).toEqual(['number', 'problem', 'measure'])
  })

  it('takes the place of the one that was read as that, but where there may be several', () => {
    const table = tableOf('序号|存在问题|说明', ...rows)
    expect(fieldsOf(withSaidColumns(table, [{ index: 2, as: 'problem' }]))).toEqual(['number', 'remark', 'problem'])
    const two = tableOf('序号|存在问题|整改措施|另外', ...rows.map((row) => `${row}|再办一次培训`))
    expect(
      fieldsOf(withSaidColumns(two, [{ index: 3, as: 'measure' }])).filter((field) => field === 'measure'),
    ).toHaveLength(2)
  })

  it('leaves the table itself as it was', () => {
    const table = tableOf('序号|存在问题|说明', ...rows)
    withSaidColumns(table, [{ index: 2, as: 'problem' }])
    expect(table).toEqual(tableOf('序号|存在问题|说明', ...rows))
  })
})
