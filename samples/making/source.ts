/**
 * The mark-up of `samples/sources/*.source`, from which a document and its answers are both made.
 *
 *   key: value               lines up to `---`: file, form, kind, year, exhaustive, clean; also doc pdf: copies by LibreOffice;
 *                            missing: defects that are absences; debatable: findings neither wanted nor wrong
 *   ⟨p⟩ ⟨c⟩ ⟨m⟩ ⟨r⟩ ⟨s⟩       here begin a problem's, cause's, measure's, prior item's, statement's own words
 *   ⟨a⟩（一）学习方面          here begins an aspect (its mark included), valid for the problems up to the next ⟨a⟩ or ⟨/a⟩
 *   ⟦family|words⟧           a planted defect; ⟦family/rule|words⟧ if only that rule will do
 *   ⟦?family|words⟧          a finding neither wanted nor wrong
 *   ⟨share id⟩words⟨/share⟩   words that stand in another sample too, under the same id
 */
import type { Answers, FindingAnswer, ItemAnswer } from './answers.ts'

/** A source file taken apart: its header and its marked body. */
export interface Source {
  readonly name: string
  readonly header: ReadonlyMap<string, string>
  readonly body: string
}

/** A body without marks, and what the marks said about it. */
export interface Compiled {
  readonly text: string
  readonly answers: Answers
  readonly shares: ReadonlyMap<string, { start: number; end: number }>
}

const itemMarks = { p: 'problems', c: 'causes', m: 'measures', r: 'prior', s: 'statement' } as const
const mark = /⟨(\/?[a-z]+)(?: ([a-z0-9-]+))?⟩|⟦(\??)([a-z]+)(?:\/([a-z-]+))?\||⟧/g

/** Takes a source file apart. Throws if it has no header. */
export function parseSource(name: string, content: string): Source {
  const end = content.indexOf('\n---\n')
  if (end < 0) throw new Error(`${name}: no header`)
  const lines = content.slice(0, end).split('\n')
  const header = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )
  return { name, header, body: content.slice(end + 5).trimEnd() + '\n' }
}

/** The words of a body, or a piece of one, without its marks. */
export function withoutMarks(body: string): string {
  return body.replace(mark, '')
}

/** Removes the marks from a body and says where they stood. Throws on a mark that does not close. */
export function compile(source: Source, body: string): Compiled {
  const answers = emptyAnswers(source)
  const shares = new Map<string, { start: number; end: number }>()
  const openFindings: FindingAnswer[] = []
  const openShares: [string, number][] = []
  let text = ''
  let aspect: number | null = null
  let last = 0
  const aspects = new Map<ItemAnswer, number>()
  for (const match of body.matchAll(mark)) {
    text += body.slice(last, match.index)
    last = match.index + match[0].length
    const [, name, id, debatable, family, rule] = match
    if (family !== undefined) {
      const details = {
        ...(rule === undefined ? {} : { rule }),
        ...(debatable === '?' ? { optional: true as const } : {}),
      }
      openFindings.push({ family, ...details, start: text.length, end: 0, text: '' })
    } else if (match[0] === '⟧') closeFinding(openFindings, answers, text)
    else if (name === 'a') aspect = text.length
    else if (name === '/a') aspect = null
    else if (name === 'share') openShares.push([id ?? '', text.length])
    else if (name === '/share') {
      const [share, start] = openShares.pop() ?? ['', 0]
      shares.set(share, { start, end: text.length })
    } else {
      const item: ItemAnswer = { start: text.length, lead: '' }
      if (name === 'p' && aspect !== null) aspects.set(item, aspect)
      answers[itemMarks[name as keyof typeof itemMarks]].push(item)
    }
  }
  text += body.slice(last)
  if (openFindings.length > 0 || openShares.length > 0) throw new Error(`${source.name}: a mark does not close`)
  for (const list of [answers.problems, answers.causes, answers.measures, answers.prior, answers.statement])
    for (const item of list) item.lead = leadAt(text, item.start)
  for (const [item, start] of aspects) item.aspect = aspectAt(text, start)
  answers.findings.sort((a, b) => a.start - b.start)
  return { text, answers, shares }
}

function emptyAnswers({ header }: Source): Answers {
  const year = header.get('year')
  return {
    file: header.get('file') ?? '',
    kind: header.get('kind') ?? 'other',
    year: year === undefined || year === 'none' ? null : Number(year),
    ...(header.get('exhaustive') === 'yes' ? { exhaustive: true } : {}),
    ...(header.get('clean') === 'yes' ? { clean: true } : {}),
    problems: [],
    causes: [],
    measures: [],
    prior: [],
    statement: [],
    findings: [
      ...absences(header.get('missing')),
      ...absences(header.get('debatable')).map((one) => ({ ...one, optional: true as const })),
    ],
  }
}

/** Defects that have no place: "structure/case structure/aspect" is two, named for the reader. */
function absences(list = ''): FindingAnswer[] {
  const names = list.split(' ').filter((name) => name !== '')
  return names.map((name) => ({
    family: name.split('/')[0] ?? name,
    start: 0,
    end: 0,
    text: name,
    anywhere: true as const,
  }))
}

function closeFinding(open: FindingAnswer[], answers: Answers, text: string): void {
  const finding = open.pop()
  if (finding === undefined) throw new Error(`⟧ without ⟦ at ${text.slice(-20)}`)
  finding.end = text.length
  finding.text = text.slice(finding.start)
  answers.findings.push(finding)
}

function leadAt(text: string, start: number): string {
  const [lead = ''] = /^[^。；：\r\n\t*|<]{1,30}/.exec(text.slice(start, start + 40)) ?? []
  return lead
}

function aspectAt(text: string, start: number): string {
  const [aspect = ''] = /^[^。，；：\r\n\t]{1,24}/.exec(text.slice(start, start + 40).replaceAll('*', '')) ?? []
  return aspect.trim()
}
