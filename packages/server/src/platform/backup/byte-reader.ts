/** A stream read by length. Every byte is joined with others once at most, however large a record is. */
export interface ByteReader {
  /** The next bytes; fewer only where the stream ends. */
  take(size: number): Promise<Buffer>
  /** What comes before the next line feed, which is taken too; null if none comes within `longest` bytes. */
  line(longest: number): Promise<string | null>
  isAtEnd(): Promise<boolean>
}

const NEWLINE = 0x0a

/** Reads a stream from its beginning. */
export function byteReader(stream: AsyncIterable<Buffer>): ByteReader {
  const source = stream[Symbol.asyncIterator]()
  const pieces: Buffer[] = []
  let length = 0

  async function isMore(): Promise<boolean> {
    for (;;) {
      const next = await source.next()
      if (next.done === true) return false
      if (next.value.length === 0) continue
      pieces.push(next.value)
      length += next.value.length
      return true
    }
  }

  async function take(size: number): Promise<Buffer> {
    while (length < size && (await isMore()));
    let missing = Math.min(size, length)
    length -= missing
    const taken: Buffer[] = []
    for (const piece of pieces) {
      if (missing === 0) break
      taken.push(piece.subarray(0, missing))
      missing -= Math.min(missing, piece.length)
    }
    const last = taken.at(-1)
    const left = last === undefined ? undefined : pieces[taken.length - 1]?.subarray(last.length)
    pieces.splice(0, taken.length, ...(left === undefined || left.length === 0 ? [] : [left]))
    return taken.length === 1 && last !== undefined ? last : Buffer.concat(taken)
  }

  async function line(longest: number): Promise<string | null> {
    let before = 0
    for (let at = 0; before <= longest; at++) {
      if (at === pieces.length && !(await isMore())) return null
      const piece = pieces[at] ?? Buffer.alloc(0)
      const end = piece.indexOf(NEWLINE)
      if (end >= 0) return (await take(before + end + 1)).subarray(0, -1).toString('utf8')
      before += piece.length
    }
    return null
  }

  return { take, line, isAtEnd: async () => length === 0 && !(await isMore()) }
}
