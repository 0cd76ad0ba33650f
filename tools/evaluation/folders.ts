import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkMeetingFolder, isUnreadable, read } from '@duizhao/engine'
import { type Counted, countText } from './count-text.ts'

interface FolderAnswers {
  readonly folder: string
  readonly branches: readonly {
    readonly name: string
    readonly documents: readonly { readonly file: string; readonly kind: string }[]
  }[]
  /** `about`: words that must stand in the finding. */
  readonly faults?: readonly { readonly rule: string; readonly about: string; readonly what: string }[]
}

/** How well the meetings' folders in a folder are checked, `NAME.answers.json` beside `NAME/`; null if it has none. */
export async function evaluateFolders(folder: string): Promise<string | null> {
  const counted: Counted[] = []
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.answers.json'))) {
    const answers = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Partial<FolderAnswers>
    if (isFolder(answers)) counted.push(...(await countFolder(join(folder, answers.folder), answers)))
  }
  return counted.length === 0 ? null : countText('meeting folders', counted)
}

function isFolder(answers: Partial<FolderAnswers>): answers is FolderAnswers {
  return answers.folder !== undefined && answers.branches !== undefined
}

async function countFolder(folder: string, { folder: name, branches, faults = [] }: FolderAnswers): Promise<Counted[]> {
  const documents = branches.flatMap((branch) => branch.documents)
  const given = await Promise.all(
    documents.map(async ({ file }) => {
      const path = join(folder, file)
      const document = existsSync(path) ? await read(readFileSync(path), file) : null
      return document === null || isUnreadable(document) ? [] : [{ path: file, document }]
    }),
  )
  const meetings = checkMeetingFolder(given.flat())
  const kinds = new Map(meetings.flatMap(({ files }) => files.map(({ path, kind }) => [path, kind] as const)))
  const readable = new Set(given.flat().map(({ path }) => path))
  const recognised = documents
    .filter(({ file }) => readable.has(file))
    .map(({ file, kind }): Counted => ({
      name: 'kind of document',
      sort: kinds.get(file) === kind ? 'right' : 'missed',
      where: `${name} ${file}`,
      what: `${kind}, found ${kinds.get(file) ?? 'nothing'}`,
    }))
  const left = [...faults]
  const found = meetings
    .flatMap(({ findings }) => findings)
    .map((finding): Counted => {
      const at = left.findIndex((fault) => fault.rule === finding.rule && finding.message.includes(fault.about))
      if (at >= 0) left.splice(at, 1)
      return { name: finding.rule, sort: at >= 0 ? 'right' : 'extra', where: name, what: finding.message }
    })
  const split: Counted = {
    name: 'meetings told apart',
    sort: meetings.length === branches.length ? 'right' : 'missed',
    where: name,
    what: `${branches.length}, found ${meetings.length}`,
  }
  return [
    split,
    ...recognised,
    ...found,
    ...left.map(({ rule, about, what }): Counted => ({ name: rule, sort: 'missed', where: `${name} ${about}`, what })),
  ]
}
