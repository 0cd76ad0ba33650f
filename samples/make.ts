/**
 * `npm run samples`: makes samples/materials/ and samples/damaged/ from samples/sources/.
 * `npm run samples -- --convert` also makes the .doc and .pdf copies, which needs LibreOffice (`soffice`).
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { damagedFiles } from './making/damaged.ts'
import { derivedBody } from './making/derive.ts'
import { makeFolders } from './making/folders.ts'
import { fileBytes, readableBody } from './making/forms.ts'
import { makeInspections } from './making/inspections.ts'
import { makeKinds } from './making/kinds.ts'
import { makeLedgers } from './making/ledgers.ts'
import { makeMinutes } from './making/minutes.ts'
import { makeNotices } from './making/notices.ts'
import { findPairs } from './making/pairs.ts'
import { compile, parseSource } from './making/source.ts'
import type { Compiled, Source } from './making/source.ts'

const here = import.meta.dirname
const materials = join(here, 'materials')
const damaged = join(here, 'damaged')

function main(): void {
  mkdirSync(materials, { recursive: true })
  const names = readdirSync(join(here, 'sources')).toSorted()
  const sources = new Map(
    names.map((name) => [name, parseSource(name, readFileSync(join(here, 'sources', name), 'utf8'))]),
  )
  const compiled = new Map<Source, Compiled>()
  for (const source of sources.values()) compiled.set(source, makeMaterial(source, derivedBody(source, sources)))
  writeJson(join(here, 'pairs.answers.json'), findPairs(compiled))
  makeDamaged()
  makeInspections(join(here, 'inspections'))
  makeLedgers(join(here, 'ledgers'))
  makeKinds(join(here, 'kinds'), process.argv.includes('--convert'))
  makeFolders(join(here, 'folders'))
  makeMinutes(join(here, 'minutes'))
  makeNotices(join(here, 'notices'))
}

function makeMaterial(source: Source, body: string): Compiled {
  const result = compile(source, readableBody(source, body))
  const { file } = result.answers
  writeFileSync(join(materials, file), fileBytes(source, body, result.text))
  writeJson(join(materials, answersName(file)), result.answers)
  for (const format of source.header.get('also')?.split(' ') ?? []) {
    const copy = otherFormat(file, format)
    writeJson(join(materials, answersName(copy)), { ...result.answers, file: copy })
    if (process.argv.includes('--convert')) convert(file, format, copy)
  }
  return result
}

/** LibreOffice keeps the base name: it converts a copy that already has the name wanted. */
function convert(file: string, format: string, copy: string): void {
  const work = join(here, '.convert')
  mkdirSync(work, { recursive: true })
  const input = join(work, copy.replace(/\.\w+$/, '.docx'))
  copyFileSync(join(materials, file), input)
  const { status } = spawnSync('soffice', ['--headless', '--convert-to', format, '--outdir', materials, input], {
    stdio: 'inherit',
  })
  rmSync(work, { recursive: true })
  if (status !== 0) throw new Error(`soffice could not make ${copy}`)
}

function makeDamaged(): void {
  mkdirSync(damaged, { recursive: true })
  const files = damagedFiles(readFileSync(join(materials, 'team-2025-port.docx')))
  for (const { name, bytes } of files) writeFileSync(join(damaged, name), bytes)
  writeJson(
    join(damaged, 'answers.json'),
    files.map(({ name, reason }) => ({ file: name, reason })),
  )
}

/** "team.docx" as doc → "team-as-doc.doc", so that each file has answers of its own. */
function otherFormat(file: string, format: string): string {
  return file.replace(/\.\w+$/, `-as-${format}.${format}`)
}

function answersName(file: string): string {
  return file.replace(/\.\w+$/, '.answers.json')
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, JSON.stringify(value, null, 1) + '\n')
}

main()
