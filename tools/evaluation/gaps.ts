import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Gap, isUnreadable, read, reconcileDocuments } from '@duizhao/engine'
import { type Counted, countText } from './count-text.ts'

interface GapAnswer {
  readonly type: Gap['type']
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
  const known = found.gaps.map((gap): Counted => {
    const at = left.findIndex((answer) => isSame(gap, answer))
    if (at >= 0) left.splice(at, 1)
    return { name: nameOf(gap), sort: at >= 0 ? 'right' : 'extra', where: `${set} ${gap.about}`, what: gap.message }
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

function isSame(gap: Gap, { type, field, files, about }: GapAnswer): boolean {
  const words = plain(about)
  const isAbout = [gap.about, ...gap.places.map(({ text }) => text)].some(
    (text) => plain(text).includes(words) || (plain(text).length > 5 && words.includes(plain(text))),
  )
  return gap.type === type && gap.field === field && files.some((file) => gap.paths.includes(file)) && isAbout
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/["'“”‘’\s]/g, '')
}
