/**
 * The mark-up of `samples/minutes/*.source`: records of what was done, each with what a reader must find in it.
 *
 *   === path | how                     here begins a file; how: gb18030 (text)
 *   @kinds branch_meeting study        of `recordKinds`, in any order
 *   @day @until @hours @place @host @recorder @entitled @present value
 *   @noneabsent                        it says that nobody was absent
 *   @absent name | reason              also @partial; the reason may be missing
 *   @invited name
 *   @topic text | of day | speaker     each of the two may be missing
 *   @talk by | to | day
 *   @number name value                 of `recordNumbers`
 *   @planned text | month              of a plan of study
 *   @duty text | owner | time          of a list of responsibilities
 *
 * The other lines are the file's, as in `folders-source.ts`.
 */

/** What a reader must find in a record; lists are empty and values null where it says nothing. */
export interface MinutesAnswers {
  readonly file: string
  readonly kinds: readonly string[]
  readonly day: string | null
  readonly until: string | null
  readonly hours: number | null
  readonly place: string | null
  readonly host: string | null
  readonly recorder: string | null
  readonly entitled: number | null
  readonly present: number | null
  readonly noneAbsent: boolean
  readonly absent: readonly { readonly name: string; readonly reason: string | null }[]
  readonly partial: readonly { readonly name: string; readonly reason: string | null }[]
  readonly invited: readonly string[]
  readonly topics: readonly { readonly text: string; readonly ofDay: string | null; readonly speaker: string | null }[]
  readonly talks: readonly { readonly by: string; readonly to: string; readonly day: string | null }[]
  readonly numbers: Readonly<Record<string, number>>
  readonly planned: readonly { readonly text: string; readonly month: string | null }[]
  readonly duties: readonly { readonly text: string; readonly owner: string | null; readonly time: string | null }[]
}

/** A record of a source: how its file is kept, its lines, and the answers about it. */
export interface MinutesFile {
  readonly path: string
  readonly how: string
  readonly lines: readonly string[]
  readonly answers: MinutesAnswers
}

/** Takes a source apart. */
export function parseMinutes(content: string): MinutesFile[] {
  return content
    .trimEnd()
    .split(/^=== /m)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const [head = '', ...lines] = piece.trimEnd().split('\n')
      const [path = '', how = ''] = head.split('|').map((part) => part.trim())
      const facts = lines.filter((line) => line.startsWith('@')).map(factOf)
      return { path, how, lines: lines.filter((line) => !line.startsWith('@')), answers: answersOf(path, facts) }
    })
}

interface Fact {
  readonly key: string
  /** The parts between bars, null for an empty one. */
  readonly parts: readonly (string | null)[]
}

function factOf(line: string): Fact {
  const [, key = '', value = ''] = /^@(\w+) ?(.*)$/.exec(line) ?? []
  return { key, parts: value.split('|').map((part) => part.trim() || null) }
}

function answersOf(file: string, facts: readonly Fact[]): MinutesAnswers {
  const all = (key: string): (readonly (string | null)[])[] =>
    facts.filter((fact) => fact.key === key).map(({ parts }) => parts)
  const one = (key: string): string | null => all(key)[0]?.[0] ?? null
  const number = (key: string): number | null => (one(key) === null ? null : Number(one(key)))
  const away = (key: string): MinutesAnswers['absent'] =>
    all(key).map(([name, reason = null]) => ({ name: name ?? '', reason }))
  return {
    file,
    kinds: one('kinds')?.split(' ') ?? [],
    day: one('day'),
    until: one('until'),
    hours: number('hours'),
    place: one('place'),
    host: one('host')?.replace(' ', '') ?? null,
    recorder: one('recorder'),
    entitled: number('entitled'),
    present: number('present'),
    noneAbsent: all('noneabsent').length > 0,
    absent: away('absent'),
    partial: away('partial'),
    invited: all('invited').map(([name]) => name ?? ''),
    topics: all('topic').map(([text, ofDay = null, speaker = null]) => ({ text: text ?? '', ofDay, speaker })),
    talks: all('talk').map(([by, to, day = null]) => ({ by: by ?? '', to: to ?? '', day })),
    numbers: Object.fromEntries(
      all('number').map(([value]) => {
        const [name = '', count] = (value ?? '').split(' ')
        return [name, Number(count)]
      }),
    ),
    planned: all('planned').map(([text, month = null]) => ({ text: text ?? '', month })),
    duties: all('duty').map(([text, owner = null, time = null]) => ({ text: text ?? '', owner, time })),
  }
}
