/** Makes samples/minutes/ from its sources: records as offices write them, and what a reader must find in each. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bytesOf } from './folders.ts'
import { parseMinutes } from './minutes-source.ts'

/** Writes every folder under `target` anew from the `.source` files in it. */
export function makeMinutes(target: string): void {
  for (const file of readdirSync(target).filter((name) => name.endsWith('.source'))) {
    const name = file.replace(/\.source$/, '')
    const files = parseMinutes(readFileSync(join(target, file), 'utf8'))
    rmSync(join(target, name), { recursive: true, force: true })
    mkdirSync(join(target, name))
    for (const one of files) writeFileSync(join(target, name, one.path), bytesOf(one))
    const answers = { folder: name, records: files.map((one) => one.answers) }
    writeFileSync(join(target, `${name}.answers.json`), JSON.stringify(answers, null, 1) + '\n')
  }
}
