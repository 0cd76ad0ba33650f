/**
 * The mark-up of `samples/notices/*.source`: notices of superiors, each with what a reader must find in it.
 *
 *   === path                           here begins a file
 *   @kind @year @theme @from @until    value
 *   @lead @days                        workdays before the meeting, days after it
 *   @aspect title | point ; point      an aspect with its second level
 *   @mirror @report                    a line each
 *
 * The other lines are the file's, as in `folders-source.ts`.
 */

/** What a reader must find in a notice; lists are empty and values null where it says nothing. */
export interface NoticeAnswers {
  readonly file: string
  readonly kind: string | null
  readonly year: string | null
  readonly theme: string | null
  readonly from: string | null
  readonly until: string | null
  readonly lead: string | null
  readonly days: string | null
  readonly aspects: readonly { readonly title: string; readonly points: readonly string[] }[]
  readonly mirrors: readonly string[]
  readonly reports: readonly string[]
}

/** A notice of a source: how its file is kept, its lines, and the answers about it. */
export interface NoticeFile {
  readonly path: string
  readonly how: string
  readonly lines: readonly string[]
  readonly answers: NoticeAnswers
}

/** Takes a source apart. */
export function parseNotices(content: string): NoticeFile[] {
  return content
    .trimEnd()
    .split(/^=== /m)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const [path = '', ...lines] = piece.trimEnd().split('\n')
      const isFact = (line: string): boolean => line.startsWith('@')
      const answers = answersOf(path, lines.filter(isFact))
      return { path, how: '', lines: lines.filter((line) => !isFact(line)), answers }
    })
}

function answersOf(file: string, facts: readonly string[]): NoticeAnswers {
  const all = (key: string): string[] =>
    facts.filter((line) => line.startsWith(`@${key} `)).map((line) => line.slice(key.length + 2).trim())
  const one = (key: string): string | null => all(key)[0] ?? null
  return {
    ...{ file, kind: one('kind'), year: one('year'), theme: one('theme') },
    ...{ from: one('from'), until: one('until'), lead: one('lead'), days: one('days') },
    aspects: all('aspect').map((line) => {
      const [title = '', points = ''] = line.split('|').map((part) => part.trim())
      return { title, points: points === '' ? [] : points.split(';').map((point) => point.trim()) }
    }),
    mirrors: all('mirror'),
    reports: all('report'),
  }
}
