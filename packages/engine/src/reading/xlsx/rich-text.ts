import { ReadingRefusal } from '../refusal.ts'
import { decodeXmlPieces, scanXml } from '../xml.ts'
import type { ZipPackage } from '../zip-package.ts'

/** Collects the words of a string item: its runs joined, without phonetic guides (`rPh`). */
export interface StringCollector {
  open(name: string): void
  close(name: string): void
  text(words: string): void
  /** The words since the last call. */
  take(): string
}

const MOST_STRINGS = 2_000_000
const MOST_CHARACTERS = 64_000_000

/** A collector that has seen nothing. */
export function createStringCollector(): StringCollector {
  let words = ''
  let isText = false
  let phoneticDepth = 0
  return {
    open(name) {
      if (name === 'rPh') phoneticDepth++
      isText = name === 't'
    },
    close(name) {
      if (name === 'rPh') phoneticDepth--
      isText = false
    },
    text(piece) {
      if (isText && phoneticDepth === 0) words += piece
    },
    take() {
      const taken = plainWords(unescaped(words))
      words = ''
      return taken
    },
  }
}

/** Reads the shared strings in order. Throws a `ReadingRefusal`. */
export function readSharedStrings(zip: ZipPackage, part: string | undefined): string[] {
  const entry = zip.find(part ?? 'xl/sharedStrings.xml')
  if (entry === undefined) return []
  const strings: string[] = []
  const collector = createStringCollector()
  let length = 0
  scanXml(decodeXmlPieces(zip.chunks(entry)), {
    open: (name) => collector.open(name),
    close(name) {
      collector.close(name)
      if (name !== 'si') return
      const words = collector.take()
      strings.push(words)
      length += words.length
      if (strings.length > MOST_STRINGS || length > MOST_CHARACTERS) throw new ReadingRefusal('bomb')
    },
    text: (words) => collector.text(words),
  })
  return strings
}

/** What is no text, though a code may say it: no database takes it, and no file it is written to opens. */
// oxlint-disable-next-line no-control-regex -- control characters are exactly what must go
const NO_TEXT = /[\u0000-\u0008\u000e-\u001f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** `_x000D_` is how Excel writes a character XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
function unescaped(words: string): string {
  return words.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** Words as a cell shows them: line ends as "\n", without what is no text. */
export function plainWords(words: string): string {
  return words.replace(NO_TEXT, '').replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim()
}
