import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'

const folder = resolve(import.meta.dirname, '../packages/web/src')

it('no button is red: cinnabar is for the seal and what is overdue', () => {
  const pages = globSync('**/*.tsx', { cwd: folder }).filter((path) => !path.includes('.test.'))
  expect(pages.filter((path) => /\bdanger\b/.test(readFileSync(`${folder}/${path}`, 'utf8')))).toEqual([])
})
