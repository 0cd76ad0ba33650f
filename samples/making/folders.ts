/** Makes samples/folders/ from its sources: the documents of a meeting as an office keeps them, and the answers about them. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { writeDocx } from './docx.ts'
import { encodeGb18030 } from './encoding.ts'
import { parseFolder } from './folders-source.ts'
import type { Branch, Folder, FolderFile } from './folders-source.ts'
import { cellsOf } from './table-rows.ts'
import { writeXlsx } from './xlsx.ts'
import type { Sheet } from './xlsx.ts'

/** Writes every folder under `target` anew from the `.source` files in it. */
export function makeFolders(target: string): void {
  for (const file of readdirSync(target).filter((name) => name.endsWith('.source'))) {
    const name = file.replace(/\.source$/, '')
    const folder = parseFolder(name, readFileSync(join(target, file), 'utf8'))
    rmSync(join(target, name), { recursive: true, force: true })
    for (const one of folder.files) {
      const path = join(target, name, one.path)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, bytesOf(one))
    }
    writeFileSync(join(target, `${name}.answers.json`), JSON.stringify(answersOf(folder), null, 1) + '\n')
  }
}

/** The bytes of a file, by its name's extension and how it was kept. */
export function bytesOf({ path, how, lines }: Omit<FolderFile, 'kind'>): Uint8Array {
  if (how.includes('lock')) return lockBytes(lines.join(''))
  const extension = extname(path)
  if (extension === '.xlsx') return writeXlsx(sheetsOf(lines))
  if (extension === '.docx') {
    const bytes = wordBytes(lines, how)
    return how.includes('cut') ? bytes.slice(0, Math.floor(bytes.length * 0.6)) : bytes
  }
  const text = (extension === '.md' ? lines : lines.map((line) => line.replace(/^# /, '').replaceAll('↵', '\n'))).join(
    '\n',
  )
  return how.includes('gb18030') ? encodeGb18030(text.replaceAll('\n', '\r\n')) : new TextEncoder().encode(text)
}

function wordBytes(lines: readonly string[], how: string): Uint8Array {
  const written = lines.filter((line) => line !== '').map(withEmptyCells)
  return writeDocx(written, {
    autoNumbering: how.includes('auto'),
    trackedChanges: how.includes('tracked'),
    labelSuffix: 'nothing',
    textbox: undefined,
    footnote: undefined,
  })
}

function sheetsOf(lines: readonly string[]): Sheet[] {
  const sheets: Sheet[] = []
  for (const line of lines.filter((one) => one !== '')) {
    const [, name] = /^\[sheet (.+)\]$/.exec(line) ?? []
    if (name !== undefined) sheets.push({ name, rows: [] })
    else sheets.at(-1)?.rows.push(cellsOf(withEmptyCells(line)))
  }
  return sheets
}

function withEmptyCells(line: string): string {
  return line.includes(' | ') ? line.replace(/(?<=^|\| )~(?= \||$)/g, '') : line
}

/** What Word leaves beside an open document: the user's name, once in one byte a letter, once in two. */
function lockBytes(user: string): Uint8Array {
  const bytes = Buffer.alloc(162)
  bytes.writeUInt8(user.length, 0)
  bytes.write(user, 1, 'latin1')
  bytes.writeUInt16LE(user.length, 54)
  bytes.write(user, 56, 'utf16le')
  return new Uint8Array(bytes)
}

function answersOf({ name, clean, branches, faults, files }: Folder): object {
  const owned = new Set(branches.flatMap((branch) => filesIn(branch, files)))
  const shared = files.filter((file) => !owned.has(file))
  return {
    folder: name,
    branches: branches.map((branch) => branchAnswer(branch, filesIn(branch, files))),
    ...(shared.length > 0 ? { shared: shared.map(documentAnswer) } : {}),
    faults,
    clean,
  }
}

function filesIn({ facts }: Branch, files: readonly FolderFile[]): FolderFile[] {
  const folder = facts.get('under')
  return files.filter(({ path }) => folder === undefined || path.startsWith(`${folder}/`))
}

function branchAnswer({ facts }: Branch, files: readonly FolderFile[]): object {
  return {
    name: facts.get('name') ?? '',
    meeting: facts.get('meeting') ?? '',
    place: facts.get('place') ?? '',
    entitled: Number(facts.get('entitled')),
    present: Number(facts.get('present')),
    members: (facts.get('members') ?? '').split(' '),
    documents: files.map(documentAnswer),
  }
}

function documentAnswer({ path, kind }: FolderFile): object {
  return { file: path, kind }
}
