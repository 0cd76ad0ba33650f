/** One thing that was found rightly, found without being there, or missed. */
export interface Counted {
  /** What it counts towards: a rule, a kind of gap. */
  readonly name: string
  readonly sort: 'right' | 'extra' | 'missed'
  readonly where: string
  readonly what: string
}

/** A table with precision and recall per name and in all, then every miss and extra. */
export function countText(title: string, counted: readonly Counted[]): string {
  const byName = [...Map.groupBy(counted, ({ name }) => name)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const differences = counted.filter(({ sort }) => sort !== 'right')
  return [
    `\n${title.padEnd(40)}precision  recall   right missed  extra`,
    ...[...byName, ['all', counted] as const].map(([name, own]) => row(name, own)),
    ...differences.map(({ sort, name, where, what }) => `${sort.padEnd(7)} ${name}  ${where}  ${what}`),
    '',
  ].join('\n')
}

function row(name: string, counted: readonly Counted[]): string {
  const count = (sort: Counted['sort']): number => counted.filter((each) => each.sort === sort).length
  const [right, missed, extra] = [count('right'), count('missed'), count('extra')]
  const share = (of: number): string => (of === 0 ? '—' : (right / of).toFixed(2)).padStart(9)
  return `${name.padEnd(40)}${share(right + extra)} ${share(right + missed)}  ${[right, missed, extra].map((each) => String(each).padStart(6)).join(' ')}`
}
