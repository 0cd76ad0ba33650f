import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderOf, runCli } from './testing/run-cli.ts'

const samples = resolve(import.meta.dirname, '../../../samples/inspections')

describe('duizhao reconcile', () => {
  it('names every planted gap of an inspection, in a table and side by side on a page', async () => {
    const folder = folderOf({})
    const { code, out } = await runCli(folder, 'reconcile', join(samples, 'county-2025'))
    expect(code).toBe(1)
    for (const words of ['合格率达到95%以上', '写“贺立新”', '问题里的数字不一致', '公开通报里没有', '98÷114＝86.0%'])
      expect(out).toContain(words)
    await runCli(folder, 'reconcile', join(samples, 'county-2025'), '--format', 'html', '--out', '结果')
    const page = readFileSync(join(folder, '结果/逐项核对.html'), 'utf8')
    expect(page).toContain('逐项对照')
    expect(page).toContain('class="missing"')
  })

  it('is silent about documents that agree', async () => {
    const { code, out } = await runCli(folderOf({}), 'reconcile', join(samples, 'clean-2024'))
    expect([code, out]).toEqual([0, expect.stringContaining('都对得上')])
  })

  it('goes on without a file it cannot read, and asks for two', async () => {
    const folder = folderOf({
      '坏.docx': new Uint8Array([0x50, 0x4b, 3, 4]),
      '反馈.txt': '一、问题\n1.学习不够深入。\n2.调研不够经常。',
    })
    const mixed = await runCli(folder, 'reconcile', '坏.docx', '反馈.txt', join(samples, 'clean-2024/整改台账.xlsx'))
    expect([mixed.code, mixed.err]).toEqual([2, expect.stringContaining('坏.docx')])
    const one = await runCli(folder, 'reconcile', '反馈.txt')
    expect([one.code, one.err]).toEqual([2, expect.stringContaining('两份以上')])
  })
})
