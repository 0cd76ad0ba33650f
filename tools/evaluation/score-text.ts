import type { PairMatches } from './match-pairs.ts'
import { precision, recall } from './score.ts'
import type { Count, Difference, Score } from './score.ts'

/** The whole report as text: tables first, then every miss and extra. `pairs` is null if the folder has no pairs file. */
export function scoreText(score: Score, pairs: PairMatches | null): string {
  return [
    heading('items', 'precision  recall   right missed  extra'),
    ...Object.entries(score.items).map(([name, count]) => row(name, count)),
    heading('document', 'right of'),
    ...(['kind', 'year'] as const).map(
      (name) => `${name.padEnd(34)}${score[name].right} of ${score[name].right + score[name].missed}`,
    ),
    heading(
      'planted defects by family',
      'precision  recall   right missed  extra (errors and warnings, exhaustive answers)',
    ),
    ...byName(score.families).map(([name, count]) => row(name, count)),
    heading('reports on exhaustive answers', 'precision  recall   right missed  extra'),
    ...byName(score.severities).map(([name, count]) => row(name, count)),
    ...byName(score.rules).map(([name, count]) => row(`  ${name} (${count.severity})`, count)),
    heading('on clean samples', ''),
    ...['error', 'warning', 'advice'].map((severity) => `${severity.padEnd(34)}${score.onClean[severity] ?? 0}`),
    ...(pairs === null ? [] : pairLines(pairs)),
    heading('differences', ''),
    ...score.differences.map(differenceLine),
    '',
  ].join('\n')
}

function pairLines({ matches, missed, wrong, unjudged }: PairMatches): string[] {
  const share = (value: number): string => `${Math.round(value * 100)}%`
  return [
    heading(
      'similar pairs',
      `found ${matches.length} of ${matches.length + missed.length}, wrong ${wrong.length}, unjudged ${unjudged.length}`,
    ),
    ...matches.map(
      ({ answer, found, marked }) =>
        `found   ${answer.degree}: ${found.a} ${share(found.shareOfA)} · ${found.b} ${share(found.shareOfB)}${marked === null ? '' : ` · passages marked ${share(marked)}`}`,
    ),
    ...missed.map(({ a, b, degree }) => `missed  ${degree}: ${a} · ${b}`),
    ...wrong.map(({ a, b, shareOfA, shareOfB }) => `wrong   ${a} ${share(shareOfA)} · ${b} ${share(shareOfB)}`),
    ...unjudged.map(({ a, b }) => `unjudged ${a} · ${b}`),
  ]
}

function heading(title: string, columns: string): string {
  return `\n${title.padEnd(34)}${columns}`
}

function row(name: string, count: Count): string {
  const figures = [count.right, count.missed, count.extra].map((figure) => String(figure).padStart(7))
  return `${name.padEnd(34)}${percent(precision(count)).padStart(9)}${percent(recall(count)).padStart(8)}${figures.join('')}`
}

function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)}%`
}

function byName<T>(record: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function differenceLine({ file, sort, of, start, text }: Difference): string {
  return `${sort.padEnd(7)} ${file}:${start} ${of}: ${text}`
}
