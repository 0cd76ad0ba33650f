import { describe, expect, it } from 'vitest'
import { isUnreadable, read } from './read.ts'
import { encodeGb18030, encodeUtf16 } from './testing/encode.ts'

async function cellsOf(bytes: Uint8Array | string, name = '台账.csv'): Promise<string[][]> {
  const document = await read(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, name)
  if (isUnreadable(document)) throw new Error(document.message)
  expect(document.tables[0]?.name).toBe('台账')
  const rows = Map.groupBy(document.tables[0]?.cells ?? [], ({ row }) => row)
  return Array.from(rows.values(), (cells) => cells.map(({ address = '', text }) => `${address} ${text}`))
}

const LINES = '序号,问题,时限\r\n1,"学习""不够""深入,\n请示不及时",2026年6月30日\r\n\r\n2,,长期'
const EXPECTED = [
  ['A1 序号', 'B1 问题', 'C1 时限'],
  ['A2 1', 'B2 学习"不够"深入,\n请示不及时', 'C2 2026年6月30日'],
  ['A4 2', 'C4 长期'],
]

describe('lines of fields', () => {
  it('are a sheet in every encoding programs write', async () => {
    for (const bytes of [
      new TextEncoder().encode(LINES),
      new TextEncoder().encode(`\ufeff${LINES}`),
      encodeGb18030(LINES),
      encodeUtf16(`\ufeff${LINES}`, 'little'),
    ])
      expect(await cellsOf(bytes)).toEqual(EXPECTED)
  })

  it.each([
    [';', '序号;问题;金额\n1;学习;1,5\n2;请示;2,5'],
    ['\t', '序号\t问题\t金额\n1\t学习\t1,5\n2\t请示\t2,5'],
    ['announced', 'sep=|\n序号|问题|金额\n1|学习|1,5\n2|请示|2,5'],
  ])('are parted by what parts them evenly: %s', async (_, lines) => {
    expect(await cellsOf(lines)).toEqual([
      ['A1 序号', 'B1 问题', 'C1 金额'],
      ['A2 1', 'B2 学习', 'C2 1,5'],
      ['A3 2', 'B3 请示', 'C3 2,5'],
    ])
  })

  it('may be called a workbook', async () => {
    expect(await cellsOf('序号\t问题\n1\t学习不够深入', '台账.xls')).toEqual([
      ['A1 序号', 'B1 问题'],
      ['A2 1', 'B2 学习不够深入'],
    ])
  })

  it('end with the file where a quote is never closed', async () => {
    expect(await cellsOf('序号,问题\n1,"学习不够\n深入')).toEqual([
      ['A1 序号', 'B1 问题'],
      ['A2 1', 'B2 学习不够\n深入'],
    ])
  })
})
