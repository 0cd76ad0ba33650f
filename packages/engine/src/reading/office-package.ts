import { ReadingRefusal } from './refusal.ts'
import { attributeOf, childrenOf, decodeXml, parseXml, type XmlElement } from './xml.ts'
import { zipPackage, type ZipPackage } from './zip-package.ts'

/** A Word, Excel or PowerPoint file of the Open XML kind (ECMA-376 part 2, open packaging conventions). */
export interface OfficePackage {
  readonly zip: ZipPackage
  /** What program the file belongs to, by the content type of its main part. */
  readonly kind: 'word' | 'excel' | 'other'
  /** The name of the main part, e.g. `word/document.xml`. */
  readonly main: string
}

/** One line of a relationships part. */
export interface Relationship {
  readonly id: string
  /** The last word of the type's address: `styles`, `comments`, `worksheet`; the same in strict files. */
  readonly type: string
  /** The name of the part it leads to. */
  readonly part: string
}

/** Where to look if the package's own relationships are lost. */
const USUAL_MAIN_PARTS = ['word/document.xml', 'xl/workbook.xml']
const ENCRYPTED_STREAM = 'EncryptedPackage'

/**
 * Opens a package. Throws a `ReadingRefusal`: `encrypted` for a file with a password (an OLE container with a stream
 * EncryptedPackage, MS-OFFCRYPTO 2.3.4.1), `unsupported` for what is no package at all, otherwise as `openZip`.
 */
export function openPackage(bytes: Uint8Array): OfficePackage {
  if (bytes.length === 0) throw new ReadingRefusal('empty')
  if (isCompoundFile(bytes)) throw new ReadingRefusal(isEncryptedPackage(bytes) ? 'encrypted' : 'unsupported')
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new ReadingRefusal('unsupported')
  return packageOf(zipPackage(bytes))
}

/** A package of parts that are at hand. Throws a `ReadingRefusal`, `unsupported` for what has no main part. */
export function packageOf(zip: ZipPackage): OfficePackage {
  const named = relationshipsOf(zip, '').find(({ type }) => type === 'officeDocument')?.part
  const main = [named, ...USUAL_MAIN_PARTS].find((part) => part !== undefined && zip.find(part) !== undefined)
  if (main === undefined) throw new ReadingRefusal('unsupported')
  return { zip, main, kind: kindOf(contentType(zip, main) ?? main) }
}

/** True for the container of old Office files and of encrypted new ones. */
function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte)
}

/** True if an OLE container holds an encrypted package: its directory names the stream in UTF-16. */
export function isEncryptedPackage(bytes: Uint8Array): boolean {
  if (!isCompoundFile(bytes)) return false
  // Directory entries are 128 bytes long and begin at multiples of 128.
  for (let at = 0; at + 128 <= bytes.length; at += 128) {
    let i = 0
    while (i < ENCRYPTED_STREAM.length && bytes[at + 2 * i] === ENCRYPTED_STREAM.charCodeAt(i)) i++
    if (i === ENCRYPTED_STREAM.length) return true
  }
  return false
}

function kindOf(contentType: string): OfficePackage['kind'] {
  if (/binary/.test(contentType)) return 'other'
  if (/word/.test(contentType)) return 'word'
  return /sheet|excel|xl\//.test(contentType) ? 'excel' : 'other'
}

function contentType(zip: ZipPackage, part: string): string | undefined {
  const types = readPart(zip, '[Content_Types].xml')
  const named = childrenOf(types, 'Override').find(
    (line) => attributeOf(line, 'PartName')?.toLowerCase() === `/${part.toLowerCase()}`,
  )
  return attributeOf(named, 'ContentType')
}

/** A part as a tree, or undefined if there is no such part. Throws as `parseXml` and `ZipPackage.read` do. */
export function readPart(zip: ZipPackage, name: string): XmlElement | undefined {
  const source = readSource(zip, name)
  return source === undefined ? undefined : parseXml(source)
}

/** The XML text of a part, or undefined if there is no such part. */
export function readSource(zip: ZipPackage, name: string): string | undefined {
  const entry = zip.find(name)
  return entry === undefined ? undefined : decodeXml(zip.read(entry))
}

/** The bytes of a changed part: UTF-8, also if it was in UTF-16. */
export function encodePart(source: string): Uint8Array {
  return new TextEncoder().encode(
    source.replace(/^(\uFEFF?<\?xml[^<>]{0,80}encoding=["'])utf-16[a-z]{0,2}(["'])/i, '$1UTF-8$2'),
  )
}

/** Where the relationships of a part are kept; those of the package itself for ''. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

/** The relationships of a part to other parts of the package, in order of the file; links out of it are left out. */
export function relationshipsOf(zip: ZipPackage, part: string): Relationship[] {
  return childrenOf(readPart(zip, relationshipsPart(part)), 'Relationship')
    .filter((line) => attributeOf(line, 'TargetMode') !== 'External')
    .map((line) => {
      const type = attributeOf(line, 'Type') ?? ''
      return {
        id: attributeOf(line, 'Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        part: resolveTarget(part, attributeOf(line, 'Target') ?? ''),
      }
    })
}

function resolveTarget(part: string, target: string): string {
  const path = target.startsWith('/') ? [] : part.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}
