import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '..', 'samples', 'materials')

/** The texts of the bundled samples, over and over, until they hold about `characters` characters. */
export function materialsOf(characters: number): string[] {
  const samples = readdirSync(folder)
    .filter((name) => name.endsWith('.txt') || name.endsWith('.md'))
    .map((name) => decoded(readFileSync(join(folder, name))))
  const texts: string[] = []
  let total = 0
  for (let i = 0; total < characters; i++) {
    const text = samples[i % samples.length] ?? ''
    texts.push(text)
    total += text.length
  }
  return texts
}

function decoded(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  }
  return new TextDecoder('utf-16le').decode(bytes)
}
