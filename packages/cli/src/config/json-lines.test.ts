import { expect, it } from 'vitest'
import { findJsonLines, lineOf } from './json-lines.ts'

const text = `{
  "rules": {
    "a/b": "off",
    "c{,:": "off" },
  "suppressions": [
    { "file": "x" },
    {
      "file": "y",
      "deep": [[1, 2],
               [3]]
    }
  ],
  "last": 1
}`

it.each([
  [['rules'], 2],
  [['rules', 'a/b'], 3],
  [['rules', 'c{,:'], 4],
  [['suppressions', 0, 'file'], 6],
  [['suppressions', 1, 'file'], 8],
  [['suppressions', 1, 'deep', 1], 10],
  [['last'], 13],
  [['suppressions', 1, 'missing'], 7],
  [[], 1],
])('finds the line of %j', (path, line) => {
  expect(lineOf(findJsonLines(text), path)).toBe(line)
})
