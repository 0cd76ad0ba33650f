import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderOf, runCli } from './testing/run-cli.ts'

const samples = resolve(import.meta.dirname, '../../../samples/folders')

interface Meeting {
  readonly files: readonly { readonly path: string; readonly kind: string }[]
  readonly findings: readonly { readonly rule: string; readonly message: string }[]
}

interface Answers {
  readonly faults: readonly { readonly rule: string; readonly about: string }[]
}

async function checked(name: string): Promise<{ code: number; meetings: readonly Meeting[]; err: string }> {
  const { code, out, err } = await runCli(folderOf({}), 'check', join(samples, name), '--format', 'json')
  return { code, err, meetings: (JSON.parse(out) as { result: Meeting[] }).result }
}

describe('duizhao check', () => {
  it('is silent about a folder that is complete, in order and consistent', async () => {
    const { code, meetings } = await checked('clean')
    expect(code).toBe(0)
    expect(meetings.map(({ files, findings }) => [files.length, findings])).toEqual([[36, []]])
  })

  it.each([
    ['faults', 1, 1],
    ['chaotic', 2, 2],
  ])('finds every planted fault in %s and nothing else', async (name, meetings, code) => {
    const answers = JSON.parse(readFileSync(join(samples, `${name}.answers.json`), 'utf8')) as Answers
    const result = await checked(name)
    const found = result.meetings.flatMap(({ findings }) => findings)
    expect(result.code).toBe(code)
    expect(result.meetings).toHaveLength(meetings)
    expect(found.map(({ rule }) => rule).toSorted((a, b) => a.localeCompare(b))).toEqual(
      answers.faults.map(({ rule }) => rule).toSorted((a, b) => a.localeCompare(b)),
    )
    for (const { rule, about } of answers.faults) {
      expect(
        found.some((each) => each.rule === rule && each.message.includes(about)),
        `${rule} ${about}`,
      ).toBe(true)
    }
  })

  it('goes on past a damaged file, and writes a page', async () => {
    const folder = folderOf({})
    const { code, err } = await runCli(folder, 'check', join(samples, 'chaotic'), '--format', 'html', '--out', '结果')
    expect([code, err]).toEqual([2, expect.stringContaining('打不开的.docx')])
    expect(readFileSync(join(folder, '结果/会议材料检查.html'), 'utf8')).toContain('第二支部')
  })
})
