import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** One of pdfjs-dist's character maps, which PDF files with old Chinese encodings need; read from the engine's own copy. */
export async function characterMap(name: string): Promise<Uint8Array> {
  const engine = createRequire(import.meta.resolve('@duizhao/engine'))
  return new Uint8Array(
    await readFile(join(dirname(engine.resolve('pdfjs-dist/package.json')), 'cmaps', `${name}.bcmap`)),
  )
}
