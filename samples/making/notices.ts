/** Makes samples/notices/ from its sources: notices of superiors, and what a reader must find in each. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bytesOf } from './folders.ts'
import { parseNotices } from './notices-source.ts'

/** Writes every folder under `target` anew from the `.source` files in it. */
export function makeNotices(target: string): void {
  for (const file of readdirSync(target).filter((name) => name.endsWith('.source'))) {
    const name = file.replace(/\.source$/, '')
    const files = parseNotices(readFileSync(join(target, file), 'utf8'))
    rmSync(join(target, name), { recursive: true, force: true })
    mkdirSync(join(target, name))
    for (const one of files) writeFileSync(join(target, name, one.path), bytesOf(one))
    const answers = { folder: name, notices: files.map((one) => one.answers) }
    writeFileSync(join(target, `${name}.answers.json`), JSON.stringify(answers, null, 1) + '\n')
  }
}
