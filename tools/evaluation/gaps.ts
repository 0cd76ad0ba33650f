import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isUnreadable, read, reconcileDocuments, type ReconcileFinding, type Reconciliation } from '@duizhao/engine'
import { type Counted, countText } from './count-text.ts'

interface GapAnswer {
  readonly type: 'missing' | 'added' | 'different' | 'total'
  readonly field: string | null
  readonly files: readonly string[]
  /** Words of the problem concerned, as one of the files has them; for a total the wrong sentence. */
  readonly about: string
  readonly what: string
}

interface SetAnswers {
  readonly set: string
  readonly documents: readonly { readonly file: string; readonly role: string }[]
  readonly gaps: readonly GapAnswer[]
}

/** How well gaps are found in the sets of documents of a folder, `NAME.answers.json` beside `NAME/`; null if it has none. */
export async function evaluateGaps(folder: string): Promise<string | null> {
  const counted: Counted[] = []
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.answers.json'))) {
    const answers = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Partial<SetAnswers>
    if (isSet(answers)) counted.push(...(await countGaps(join(folder, name.replace('.answers.json', '')), answers)))
  }
  return counted.length === 0 ? null : countText('gaps', counted)
}

function isSet(answers: Partial<SetAnswers>): answers is SetAnswers {
  return answers.set !== undefined && answers.documents !== undefined && answers.gaps !== undefined
}

async function countGaps(folder: string, { set, documents, gaps }: SetAnswers): Promise<Counted[]> {
  const given = await Promise.all(
    documents.map(async ({ file }) => {
      const path = join(folder, file)
      const document = existsSync(path) ? await read(readFileSync(path), file) : null
      return document === null || isUnreadable(document) ? [] : [{ path: file, document }]
    }),
  )
  const found = reconcileDocuments(given.flat())
  const roles = documents.map(({ file, role }): Counted => {
    const traced = found.documents.find(({ path }) => path === file)
    return {
      name: 'role of a document',
      sort: traced?.role === role ? 'right' : 'missed',
      where: `${set} ${file}`,
      what: traced?.role ?? '',
    }
  })
  const left = [...gaps]
  const known = found.findings.map((finding): Counted => {
    const gap = gapOf(finding)
    const words = wordsOf(finding, found)
    const at = left.findIndex((answer) => isSame(gap, answer) && isAbout(words, answer))
    if (at >= 0) left.splice(at, 1)
    const where = `${set} ${words[0] ?? ''}`
    return { name: nameOf(gap), sort: at >= 0 ? 'right' : 'extra', where, what: finding.message }
  })
  return [
    ...roles,
    ...known,
    ...left.map((answer): Counted => ({
      name: nameOf(answer),
      sort: 'missed',
      where: `${set} ${answer.about}`,
      what: answer.what,
    })),
  ]
}

function nameOf({ type, field }: Pick<GapAnswer, 'type' | 'field'>): string {
  return `gap: ${type}${field === null ? '' : ` ${field}`}`
}

/** Rules whose gaps the answers call by another word than the rule's own. */
const GAPS: Readonly<Record<string, Pick<GapAnswer, 'type' | 'field'>>> = {
  'presence/missing-problem': { type: 'missing', field: null },
  'presence/added-problem': { type: 'added', field: null },
  'presence/missing-measure': { type: 'missing', field: 'measure' },
  'presence/added-measure': { type: 'added', field: 'measure' },
  'figure/changed-measure-figure': { type: 'different', field: 'measure' },
  'figure/changed-problem-figure': { type: 'different', field: 'text' },
  'difference/co-unit': { type: 'different', field: 'coUnit' },
}

interface FoundGap extends Pick<GapAnswer, 'type' | 'field'> {
  readonly files: readonly string[]
}

/** What a finding is in the words of the answers. */
function gapOf({ rule, place, related }: ReconcileFinding): FoundGap {
  const files = [place, ...related].map(({ path }) => path)
  const [family, name = ''] = rule.split('/')
  const field = family === 'total' ? null : name
  return { type: family === 'total' ? 'total' : 'different', field, ...GAPS[rule], files }
}

/** What a finding is about: the problem's name and texts, or the words of a total. */
function wordsOf({ row, place }: ReconcileFinding, { documents, rows }: Reconciliation): string[] {
  const problems = row === null ? [] : (rows[row]?.problems.flat() ?? [])
  if (problems.length > 0) return problems.flatMap(({ name, text }) => [name, text])
  const { document } = documents.find(({ path }) => path === place.path) ?? {}
  return place.kind === 'text' && document !== undefined ? [document.text.slice(place.start, place.end)] : []
}

function isSame(gap: FoundGap, { type, field, files }: GapAnswer): boolean {
  return gap.type === type && gap.field === field && files.some((file) => gap.files.includes(file))
}

function isAbout(texts: readonly string[], { about }: GapAnswer): boolean {
  const words = plain(about)
  return texts.some((text) => plain(text).includes(words) || (plain(text).length > 5 && words.includes(plain(text))))
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/["'“”‘’\s]/g, '')
}
