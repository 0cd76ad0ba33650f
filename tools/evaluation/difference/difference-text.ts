import type { Difference } from './difference.ts'
import type { LocatedFinding } from './locate.ts'

/** Added (+), removed (-) and changed (~) findings file by file, then the totals of each rule that moved. */
export function differenceText(difference: Difference): string {
  const { added, removed, changed, same } = difference
  const entries = [
    ...added.map((finding) => ({ path: finding.path, text: entry('+', finding) })),
    ...removed.map((finding) => ({ path: finding.path, text: entry('-', finding) })),
    ...changed.map(({ before, after }) => ({ path: after.path, text: changedEntry(before, after) })),
  ]
  const files = [...Map.groupBy(entries, ({ path }) => path)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const listed = files.map(([path, those]) => [
    path === '' ? '（没有指明文件）' : path,
    ...those.map(({ text }) => text),
    '',
  ])
  const total = `增加 ${added.length}，减少 ${removed.length}，改动 ${changed.length}，不变 ${same}`
  return [...listed.flat(), ...totals(difference), total, ''].join('\n')
}

function entry(sign: string, { rule, severity, place, message, excerpt }: LocatedFinding): string {
  return [`${sign} ${[place, severity, rule].filter((word) => word !== '').join('  ')}`, message, quoted(excerpt)]
    .filter((line) => line !== '')
    .join('\n    ')
}

/** What the finding is now, and of what it was before only what is otherwise. */
function changedEntry(before: LocatedFinding, after: LocatedFinding): string {
  const names = ['path', 'place', 'severity', 'rule', 'message', 'excerpt'] as const
  const old = names
    .filter((name) => before[name] !== after[name])
    .map((name) => `${name} ${short(before[name]) || '无'}`)
  return `${entry('~', after)}\n    原来：${old.join('；')}`
}

function totals({ added, removed, changed }: Difference): string[] {
  const rules = new Map<string, { added: number; removed: number; changed: number }>()
  const count = (rule: string, kind: 'added' | 'removed' | 'changed'): void => {
    const row = rules.get(rule) ?? { added: 0, removed: 0, changed: 0 }
    rules.set(rule, { ...row, [kind]: row[kind] + 1 })
  }
  for (const { rule } of added) count(rule, 'added')
  for (const { rule } of removed) count(rule, 'removed')
  for (const { after } of changed) count(after.rule, 'changed')
  const sorted = [...rules].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return sorted.map(([rule, row]) => `${rule.padEnd(40)} +${row.added} -${row.removed} ~${row.changed}`)
}

function quoted(excerpt: string): string {
  return excerpt === '' ? '' : `“${short(excerpt)}”`
}

function short(words: string): string {
  const line = words.replaceAll('\n', '⏎')
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`
}
