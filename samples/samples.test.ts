import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isUnreadable, read } from '@duizhao/engine'
import { describe, expect, it } from 'vitest'
import type { Answers } from './making/answers.ts'

const materials = join(import.meta.dirname, 'materials')
const damaged = join(import.meta.dirname, 'damaged')

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T
}

const answers = readdirSync(materials)
  .filter((name) => name.endsWith('.answers.json'))
  .map((name) => readJson<Answers>(join(materials, name)))

describe('the samples', () => {
  // PDF has no paragraphs and .doc other control characters: there the places may shift, and `npm run eval` tells.
  const exact = answers.filter(({ file }) => !/\.(?:pdf|doc)$/.test(file))

  it.each(exact.map((one) => [one.file, one] as const))('%s reads as its answers say', async (file, one) => {
    const result = await read(readFileSync(join(materials, file)), file)
    if (isUnreadable(result)) throw new Error(result.message)
    for (const { start, lead } of [...one.problems, ...one.causes, ...one.measures, ...one.prior, ...one.statement])
      expect(result.text.slice(start, start + lead.length)).toBe(lead)
    for (const { start, end, text, anywhere } of one.findings)
      if (anywhere !== true) expect(result.text.slice(start, end)).toBe(text)
  })

  it('all exist', () => {
    expect(answers.length).toBeGreaterThan(18)
    expect(answers.filter(({ file }) => !existsSync(join(materials, file)))).toEqual([])
  })
})

describe('the damaged samples', () => {
  const files = readJson<{ file: string; reason: string[] | null }[]>(join(damaged, 'answers.json'))

  it.each(files.map(({ file, reason }) => [file, reason] as const))('%s gives %s', async (file, reason) => {
    const result = await read(readFileSync(join(damaged, file)), file)
    if (reason === null) expect(isUnreadable(result)).toBe(false)
    else expect(reason).toContain(isUnreadable(result) ? result.reason : 'read')
  })
})
