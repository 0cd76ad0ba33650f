import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isUnreadable, read } from '@duizhao/engine'
import { describe, expect, it } from 'vitest'

interface InspectionAnswers {
  readonly documents: readonly { readonly file: string; readonly role: string }[]
  readonly problems: number
  readonly links: readonly { readonly feedback: string; readonly in: Readonly<Record<string, readonly string[]>> }[]
  readonly gaps: readonly { readonly files: readonly string[]; readonly about: string }[]
}

const folder = join(import.meta.dirname, '..', 'inspections')

async function textOf(path: string): Promise<string> {
  const result = await read(readFileSync(path), path)
  if (isUnreadable(result)) throw new Error(result.message)
  return result.text
}

describe.each(['county-2025', 'clean-2024'])('the inspection set %s', (name) => {
  const answers = JSON.parse(readFileSync(join(folder, `${name}.answers.json`), 'utf8')) as InspectionAnswers

  it('has each linked problem where the answers say, and each gap named in one of its files', async () => {
    const texts = new Map<string, string>()
    const files = new Map<string, string>()
    for (const { file, role } of answers.documents) {
      expect(existsSync(join(folder, name, file))).toBe(true)
      const text = await textOf(join(folder, name, file))
      texts.set(role, text)
      files.set(file, text)
    }
    expect(answers.links).toHaveLength(answers.problems)
    for (const link of answers.links) {
      expect(texts.get('feedback')).toContain(link.feedback)
      for (const [role, quotes] of Object.entries(link.in))
        for (const quote of quotes)
          if (role !== 'ledger') expect(texts.get(role)).toContain(quote)
          else expect(texts.get(role)).toMatch(new RegExp(`^${quote}\t`, 'm'))
    }
    for (const gap of answers.gaps)
      expect(
        gap.files.some((file) => files.get(file)?.includes(gap.about)),
        gap.about,
      ).toBe(true)
  })
})

describe('the planted gaps', () => {
  it.each([
    ['county-2025', 25],
    ['clean-2024', 0],
  ])('%s has %i', (name, count) => {
    const answers = JSON.parse(readFileSync(join(folder, `${name}.answers.json`), 'utf8')) as InspectionAnswers
    expect(answers.gaps).toHaveLength(count)
  })
})
