/** Makes samples/ledgers/: the merge set, the ledgers to check and the form to fill. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseLedger } from './ledgers-source.ts'
import { writeWorkbook } from './ledgers-workbook.ts'
import { mergeSet } from './ledgers-merge.ts'

/** Writes the files and answers under `folder` from the `.source` files in it. */
export function makeLedgers(folder: string): void {
  const { files, answers } = mergeSet(readFileSync(join(folder, 'merge.source'), 'utf8'))
  mkdirSync(join(folder, 'merge'), { recursive: true })
  for (const [name, bytes] of files) writeFileSync(join(folder, 'merge', name), bytes)
  writeJson(join(folder, 'merge.answers.json'), answers)
  for (const source of readdirSync(folder).filter((name) => name.endsWith('.ledger'))) {
    const name = source.replace(/\.ledger$/, '')
    const { book, faults, form } = parseLedger(readFileSync(join(folder, source), 'utf8'))
    writeFileSync(join(folder, `${name}.xlsx`), writeWorkbook(book))
    writeJson(join(folder, `${name}.answers.json`), {
      file: `${name}.xlsx`,
      faults,
      ...(form === null ? {} : { form }),
    })
  }
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, JSON.stringify(value, null, 1) + '\n')
}
