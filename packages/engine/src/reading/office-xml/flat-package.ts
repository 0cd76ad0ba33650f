import { packageOf, type OfficePackage } from '../office-package.ts'
import { ReadingRefusal } from '../refusal.ts'
import { attributeOf, childOf, childrenOf, type XmlElement } from '../xml.ts'
import type { ZipEntry } from '../zip-directory.ts'

/**
 * The package that one XML file holds ("flat OPC", Word's .xml): each part an element with its XML inside. Parts in
 * base64 (pictures) are left out. Throws a `ReadingRefusal`.
 */
export function flatPackage(root: XmlElement, source: string): OfficePackage {
  const parts = new Map<string, { entry: ZipEntry; bytes: () => Uint8Array }>()
  for (const part of childrenOf(root, 'part')) {
    const inside = childOf(part, 'xmlData')
    const name = (attributeOf(part, 'name') ?? '').replace(/^\//, '')
    if (inside === undefined || parts.has(name.toLowerCase())) continue
    const xml = source.slice(inside.contentStart, inside.contentEnd).trim()
    parts.set(name.toLowerCase(), { entry: entryOf(name), bytes: () => new TextEncoder().encode(xml) })
  }
  const bytesOf = ({ name }: ZipEntry): Uint8Array => {
    const part = parts.get(name.toLowerCase())
    if (part === undefined) throw new ReadingRefusal('damaged')
    return part.bytes()
  }
  const typed = new Map(
    childrenOf(root, 'part').map((part) => [
      (attributeOf(part, 'name') ?? '').toLowerCase(),
      attributeOf(part, 'contentType') ?? '',
    ]),
  )
  const office = packageOf({
    entries: Array.from(parts.values(), ({ entry }) => entry),
    find: (name) => parts.get(name.toLowerCase())?.entry,
    *chunks(entry) {
      yield bytesOf(entry)
    },
    read: bytesOf,
  })
  const isWorkbook = /sheet|excel/.test(typed.get(`/${office.main.toLowerCase()}`) ?? office.main)
  return { ...office, kind: isWorkbook ? 'excel' : 'word' }
}

/** Parts of a flat package lie nowhere in a zip. */
function entryOf(name: string): ZipEntry {
  const rawName = new TextEncoder().encode(name)
  return { name, rawName, flags: 0, method: 0, modified: 0, crc: 0, compressedSize: 0, size: 0, dataStart: 0 }
}
