import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** A file of an archive. */
export interface ArchiveEntry {
  readonly path: string
  readonly bytes: Uint8Array
  /** False for what is packed already: photographs, office documents. */
  readonly isPacked: boolean
}

/** Bytes put into the archive between two looks at whether they are wanted yet. */
const PIECE = 2 ** 20

/** A zip, piece by piece as it is asked for: of the entries one is in memory at a time. */
export async function* zipPieces(entries: AsyncIterable<ArchiveEntry>, mtime: Date): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    if (piece.length > 0) ready.push(piece)
  })
  for await (const { path, bytes, isPacked } of entries) {
    const file = isPacked ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path)
    file.mtime = mtime
    zip.add(file)
    for (let from = 0; from === 0 || from < bytes.length; from += PIECE) {
      file.push(bytes.subarray(from, from + PIECE), from + PIECE >= bytes.length)
      yield* ready.splice(0)
    }
  }
  zip.end()
  yield* ready.splice(0)
}
