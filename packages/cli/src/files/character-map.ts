import { readFile } from 'node:fs/promises'

/** One of pdfjs-dist's character maps, which PDF files with old Chinese encodings need; read from the installed package. */
export async function characterMap(name: string): Promise<Uint8Array> {
  const folder = new URL('./cmaps/', import.meta.resolve('pdfjs-dist/package.json'))
  return new Uint8Array(await readFile(new URL(`${name}.bcmap`, folder)))
}
