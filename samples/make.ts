/** `npm run samples`: makes samples/materials/ and samples/damaged/ from samples/sources/. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeGb18030, encodeUtf16 } from './making/encoding.ts'
import { compile, parseSource } from './making/source.ts'
import type { Source } from './making/source.ts'

const here = import.meta.dirname
const materials = join(here, 'materials')

mkdirSync(materials, { recursive: true })
for (const name of readdirSync(join(here, 'sources'))) {
  const source = parseSource(name, readFileSync(join(here, 'sources', name), 'utf8'))
  make(source)
}

function make(source: Source): void {
  const file = source.header.get('file') ?? ''
  const { text, answers } = compile(source, source.body)
  writeFileSync(join(materials, file), encode(text, source.header.get('form') ?? 'txt'))
  writeFileSync(join(materials, file.replace(/\.[a-z]+$/, '.answers.json')), JSON.stringify(answers, null, 1) + '\n')
}

function encode(text: string, form: string): Uint8Array {
  if (form === 'txt-gb18030') return encodeGb18030(text)
  if (form === 'txt-utf16') return encodeUtf16(text)
  return new TextEncoder().encode(text)
}
