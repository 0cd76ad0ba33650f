import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isUnreadable, read } from '@duizhao/engine'
import { describe, expect, it } from 'vitest'
import { folderOf, runCli } from './testing/run-cli.ts'

const samples = resolve(import.meta.dirname, '../../../samples/ledgers')
const answers = JSON.parse(readFileSync(join(samples, 'merge.answers.json'), 'utf8')) as {
  readonly base: string
  readonly conflicts: readonly { readonly cell: string }[]
}
const base = join(samples, 'merge', answers.base)

interface Written {
  readonly [address: string]: string
}

async function cellsOf(path: string): Promise<Written> {
  const document = await read(readFileSync(path), path)
  if (isUnreadable(document)) throw new Error(document.message)
  return Object.fromEntries((document.tables[0]?.cells ?? []).map(({ address, text }) => [address ?? '', text]))
}

describe('duizhao ledger', () => {
  it('merges a folder of ten copies, with the conflicts left as they were sent out', async () => {
    const folder = folderOf({})
    const { code, out, err } = await runCli(folder, 'ledger', 'merge', base, join(samples, 'merge'), '--format', 'json')
    expect(code).toBe(1)
    const { result } = JSON.parse(out) as { result: { conflicts: { address: string; base: string }[] } }
    expect(new Set(result.conflicts.map(({ address }) => address))).toEqual(
      new Set(answers.conflicts.map(({ cell }) => cell)),
    )
    expect(err).toContain('已写到')
    const name = readdirSync(folder).find((file) => file.endsWith('（汇总）.xlsx')) ?? ''
    const [before, after] = [await cellsOf(base), await cellsOf(join(folder, name))]
    expect(after['A1']).toBe(before['A1'])
    expect(result.conflicts.map((conflict) => conflict.base)).toContain(before['C19'])
    expect(Object.values(after)).toContain('农村客运补贴资金拨付不及时，2025年第四季度补贴至今未到位')
  })

  it('tells copies apart by their folders, and takes neither the base nor its own output for one', async () => {
    const copies = join(samples, 'merge')
    const names = readdirSync(copies).filter((name) => name.endsWith('.xlsx') && name !== answers.base)
    const [one = '', other = ''] = names
    const folder = folderOf({
      '下发.xlsx': readFileSync(base),
      '交回/甲镇/整改台账.xlsx': readFileSync(join(copies, one)),
      '交回/乙镇/整改台账.xlsx': readFileSync(join(copies, other)),
      '交回/丙镇/说明.txt': '本镇没有改动。',
    })
    const first = await runCli(folder, 'ledger', 'merge', './下发.xlsx', '.')
    expect(first.out).toContain('交回的 2 份：')
    expect(first.out).toContain('甲镇/整改台账.xlsx')
    expect(first.out).toContain('乙镇/整改台账.xlsx')
    expect(first.out).toContain('不是这份台账的：说明.txt')
    expect(first.code).toBe(1)
    const second = await runCli(folder, 'ledger', 'merge', './下发.xlsx', '.')
    expect(second.out).toContain('没有当作交回的：下发（汇总）.xlsx')
    expect(second.out.split('\n').at(-2)).toBe(first.out.split('\n').at(-2))
  })

  it('fills the superior’s form and says what it still lacks', async () => {
    const folder = folderOf({})
    const form = join(samples, 'form-2026.xlsx')
    const { code, out } = await runCli(folder, 'ledger', 'fill', form, join(samples, 'inspection-2025.xlsx'))
    expect(code).toBe(1)
    expect(out).toContain('填了 15 个问题')
    expect(out).toContain('数据里没有、要另填的栏目：被巡察单位')
    const cells = await cellsOf(join(folder, 'form-2026（已填）.xlsx'))
    expect(cells['C9']).toBe('保障房空置率高，抽查3个小区空置126套')
    expect(cells['H9']).toMatch(/2026.*3.*31/)
  })

  it('lints, and ends with 1 if there is something to look at, 0 if not, 2 if a file could not be read', async () => {
    const folder = folderOf({ '坏.xlsx': new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]) })
    const bad = await runCli(folder, 'ledger', 'lint', join(samples, 'meeting-2025.xlsx'))
    expect([bad.code, bad.out]).toEqual([1, expect.stringContaining('整改台账 E6')])
    expect((await runCli(folder, 'ledger', 'lint', join(samples, 'hazards-2026.xlsx'))).code).toBe(0)
    const mixed = await runCli(
      folder,
      'ledger',
      'lint',
      '坏.xlsx',
      join(samples, 'meeting-2025.xlsx'),
      join(samples, 'units-2026.xlsx'),
    )
    expect(mixed.code).toBe(2)
    expect(mixed.err).toContain('坏.xlsx')
    expect(mixed.out).toContain('ledger/missing-owner')
  })

  it('writes what changed as page or workbook, and refuses to write into what is no workbook', async () => {
    const folder = folderOf({ '台账.txt': '整改台账' })
    const other = join(samples, 'merge', '交通局.xlsx')
    const page = await runCli(folder, 'ledger', 'diff', base, other, '--format', 'html', '--out', '结果')
    expect(page.code).toBe(1)
    expect(readFileSync(join(folder, '结果/台账比较.html'), 'utf8')).toContain('城区内涝点整治缓慢')
    await runCli(folder, 'ledger', 'diff', base, other, '--format', 'xlsx', '--out', '结果')
    expect(existsSync(join(folder, '结果/台账比较.xlsx'))).toBe(true)
    expect((await runCli(folder, 'ledger', 'diff', base, base)).code).toBe(0)
    const refused = await runCli(folder, 'ledger', 'fill', '台账.txt', base)
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('另存为 .xlsx')])
  })
})
