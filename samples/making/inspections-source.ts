/**
 * The mark-up of `samples/inspections/*.source`: the problems of one inspection, and what the documents do with each.
 *
 *   key: value          lines up to `---`
 *   class 大类 · section 方面
 *   problem lead | unit | co-units | owner | deadline (yyyy-mm-dd or 长期坚持) | kind | state
 *   p title。details     the problem as fed back; {words} are left out in the ledger
 *   g target
 *   m measure >> progress >> due=yyyy-mm-dd state=…      one line per measure; {words} are left out in the ledger
 *   note words          added to the problem's words in the ledger
 *   claimed unit        added to the problem's words in the plan: who has taken it
 *   split a || b || n   the ledger has two rows for the problem, the first with n of the measures
 *   mergereport words   the report deals with this problem and the one before under one heading
 *   @document.field words    what this document says instead; field: p t g lead unit co owner due kind state m1 … dropm skip
 *   gap type field files | what     a planted gap (files: roles joined by commas; field `-` for none)
 *   add document lead | … | state | title。details     a problem that only this document has
 */

export type Role = 'feedback' | 'plan' | 'ledger' | 'report' | 'notice'

export interface Measure {
  readonly text: string
  readonly progress: string
  readonly due: string | null
  readonly state: string | null
}

export interface Gap {
  readonly type: string
  readonly field: string | null
  readonly roles: readonly Role[]
  readonly what: string
}

/** A problem as one document sees it, or as it was fed back. */
export interface Problem {
  readonly index: number
  readonly group: string
  readonly section: string
  readonly lead: string
  readonly unit: string
  readonly co: readonly string[]
  readonly owner: string
  readonly due: string
  readonly kind: string
  readonly state: string
  readonly text: string
  /** What a heading calls it, where not by the beginning of its words. */
  readonly title: string
  readonly target: string
  readonly measures: readonly Measure[]
  readonly note: string
  readonly claimed: string
  readonly split: readonly string[] | null
  readonly merged: string | null
  readonly only: Role | null
  readonly overrides: ReadonlyMap<string, string>
  readonly gaps: readonly Gap[]
}

export interface Inspection {
  readonly name: string
  readonly header: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
}

type Draft = { -readonly [K in keyof Problem]: Problem[K] } & {
  measures: Measure[]
  gaps: Gap[]
  overrides: Map<string, string>
}

/** Takes a source apart. Throws on a line it does not know. */
export function parseInspection(name: string, content: string): Inspection {
  const [head = '', body = ''] = content.split('\n---\n')
  const header = new Map(head.split('\n').map((line) => line.split(': ') as [string, string]))
  const problems: Draft[] = []
  let group = ''
  let section = ''
  for (const line of body.trimEnd().split('\n')) {
    const word = line.split(' ', 1)[0] ?? ''
    const rest = line.slice(word.length + 1)
    if (word === 'class') [group, section] = [rest, '']
    else if (word === 'section') section = rest
    else if (word === 'problem') problems.push({ ...draft(rest.split(' | '), problems.length), group, section })
    else if (word === 'add') problems.push({ ...added(rest, problems.length), group, section })
    else {
      const current = problems.at(-1)
      if (current === undefined) throw new Error(`${name}: ${line}`)
      addLine(current, word, rest)
    }
  }
  return { name, header, problems }
}

function draft(fields: readonly string[], index: number): Draft {
  const [lead = '', unit = '', co = '', owner = '', due = '', kind = '', state = ''] = fields
  const empty = {
    group: '',
    section: '',
    text: '',
    title: '',
    target: '',
    measures: [],
    note: '',
    claimed: '',
    gaps: [],
  }
  const people = { lead, unit, co: co.split('、'), owner }
  return { index, ...empty, ...people, due, kind, state, split: null, merged: null, only: null, overrides: new Map() }
}

function added(rest: string, index: number): Draft {
  const role = rest.split(' ', 1)[0] as Role
  const fields = rest.slice(role.length + 1).split(' | ')
  return { ...draft(fields, index), text: fields[7] ?? '', only: role }
}

function addLine(problem: Draft, word: string, rest: string): void {
  if (word === 'p') problem.text = rest
  else if (word === 'g') problem.target = rest
  else if (word === 'm') problem.measures.push(measureOf(rest))
  else if (word === 'note') problem.note = rest
  else if (word === 'claimed') problem.claimed = rest
  else if (word === 'split') problem.split = rest.split(' || ')
  else if (word === 'mergereport') problem.merged = rest
  else if (word === 'gap') problem.gaps.push(gapOf(rest))
  else if (word.startsWith('@')) problem.overrides.set(word.slice(1), rest)
  else throw new Error(`unknown line: ${word} ${rest}`)
}

function measureOf(line: string): Measure {
  const [text = '', progress = '', extra = ''] = line.split(' >> ')
  const value = (key: string): string | null => new RegExp(`${key}=(\\S+)`).exec(extra)?.[1] ?? null
  return { text, progress, due: value('due'), state: value('state') }
}

function gapOf(line: string): Gap {
  const [head = '', what = ''] = line.split(' | ')
  const [type = '', field = '', roles = ''] = head.split(' ')
  return { type, field: field === '-' ? null : field, roles: roles.split(',') as Role[], what }
}

/** The problem as this document states it, or null if the document leaves it out. */
export function problemIn(problem: Problem, role: Role): Problem | null {
  const { overrides } = problem
  if ((problem.only !== null && problem.only !== role) || overrides.has(`${role}.skip`)) return null
  const own = (field: string, usual: string): string => overrides.get(`${role}.${field}`) ?? usual
  const dropped = Number(overrides.get(`${role}.dropm`) ?? 0)
  const state = overrides.get(`${role}.state`)
  const measures = problem.measures
    .map((measure, at) => ({
      ...measure,
      text: own(`m${at + 1}`, measure.text),
      ...(state === undefined ? {} : { state }),
    }))
    .filter((_, at) => at + 1 !== dropped)
  return {
    ...problem,
    measures,
    text: own('p', problem.text),
    title: own('t', ''),
    target: own('g', problem.target),
    lead: own('lead', problem.lead),
    unit: own('unit', problem.unit),
    co: own('co', problem.co.join('、')).split('、'),
    owner: own('owner', problem.owner),
    due: own('due', problem.due),
    kind: own('kind', problem.kind),
    state: own('state', problem.state),
  }
}

/** The problems a document states, in order. */
export function problemsIn({ problems }: Inspection, role: Role): Problem[] {
  return problems.map((problem) => problemIn(problem, role)).filter((problem) => problem !== null)
}

/** Words with the {bracketed} parts kept, without the brackets. */
export function inFull(words: string): string {
  return words.replace(/[{}]/g, '')
}

/** Words without the {bracketed} parts. */
export function inShort(words: string): string {
  return words.replace(/\{[^}]*\}/g, '')
}

/** What the problem is called in a heading: its title there, or its words up to the first full stop. */
export function titleOf({ title, text }: Problem): string {
  return title === '' ? (inFull(text).split('。', 1)[0] ?? '') : title
}
