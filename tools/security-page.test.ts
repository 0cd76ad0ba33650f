import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const rows = readFileSync(join(root, 'docs/security.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:要求|章|-)/.test(line))

/** A test a line names: its file, and words its title begins with or holds. */
const NAMED = /`([\w./-]+\.test\.tsx?)` › ([^|]+?) \|$/

it.each(rows)('what is promised is held by a test that is there, or said not to be met: %s', (row) => {
  const [, path, title] = NAMED.exec(row) ?? []
  if (path === undefined || title === undefined) {
    expect(row).toMatch(/\*\*(?:没有做到|单位做)\*\*/)
    return
  }
  expect(readFileSync(join(root, path), 'utf8')).toContain(title)
})
