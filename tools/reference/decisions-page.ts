import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '../../docs/decisions')

/** docs/decisions/README.md: the records in order, by their titles. */
export function decisionsPage(): string {
  const files = readdirSync(FOLDER).filter((name) => /^\d{4}-.*\.md$/.test(name))
  const lines = files.toSorted().map((name) => `- [${titleOf(name)}](${name})`)
  return [
    '# 决定',
    '',
    '由 `npm run docs` 列出。一页一个决定：背景、决定、后果。改了主意就添一页，在旧的那页写明被哪一页取代；号码不重复，不回收。',
    '',
    ...lines,
    '',
  ].join('\n')
}

function titleOf(name: string): string {
  const [first = ''] = readFileSync(join(FOLDER, name), 'utf8').split('\n')
  return first.replace(/^# /, '')
}
