import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isUnreadable, read } from '@duizhao/engine'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'

interface MergeAnswers {
  readonly base: string
  readonly copies: readonly string[]
  readonly changes: readonly { readonly copy: string; readonly value: string }[]
  readonly conflicts: readonly object[]
  readonly addedRows: readonly { readonly copy: string; readonly words: string }[]
  readonly removedRows: readonly { readonly copy: string; readonly words: string }[]
}

const folder = join(import.meta.dirname, '..', 'ledgers')
const merge = JSON.parse(readFileSync(join(folder, 'merge.answers.json'), 'utf8')) as MergeAnswers

async function textOf(path: string): Promise<string> {
  const result = await read(readFileSync(path), path)
  if (isUnreadable(result)) throw new Error(result.message)
  return result.text
}

describe('the merge set', () => {
  it('has ten copies, six conflicts, two rows added and one removed', async () => {
    expect(merge.copies).toHaveLength(10)
    expect(merge.conflicts).toHaveLength(6)
    const base = await textOf(join(folder, 'merge', merge.base))
    for (const { copy, words } of merge.addedRows) {
      expect(base).not.toContain(words)
      expect(await textOf(join(folder, 'merge', copy))).toContain(words)
    }
    for (const { copy, words } of merge.removedRows) {
      expect(base).toContain(words)
      expect(await textOf(join(folder, 'merge', copy))).not.toContain(words)
    }
  })

  it('has every changed text in its copy', async () => {
    for (const copy of merge.copies) {
      const text = await textOf(join(folder, 'merge', copy))
      const texts = merge.changes.filter((change) => change.copy === copy && !/^\d{4}-/.test(change.value))
      expect(texts.length).toBeGreaterThan(3)
      for (const { value } of texts) expect(text).toContain(value)
    }
  })
})

describe('the ledgers', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.xlsx'))

  it.each(names)('%s reads, and has print titles, a frozen header and a drop-down list', async (name) => {
    expect(await textOf(join(folder, name))).not.toBe('')
    const parts = unzipSync(readFileSync(join(folder, name)))
    const sheets = Object.keys(parts).filter((part) => part.startsWith('xl/worksheets/'))
    const xml = sheets.map((part) => strFromU8(parts[part] ?? new Uint8Array())).join('')
    expect(xml).toContain('state="frozen"')
    expect(xml).toContain('<dataValidation ')
    expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain('_xlnm.Print_Titles')
  })

  it.each([
    ['meeting-2025', 10],
    ['inspection-2025', 10],
    ['hazards-2026', 0],
    ['units-2026', 0],
    ['form-2026', 0],
  ])('%s has %i planted faults', (name, count) => {
    const answers = JSON.parse(readFileSync(join(folder, `${name}.answers.json`), 'utf8')) as { faults: object[] }
    expect(answers.faults).toHaveLength(count)
  })
})
