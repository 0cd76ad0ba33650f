import { openPackage } from './office-package.ts'
import { refusable } from './refusal.ts'
import type { Unreadable } from './source-document.ts'
import { attributeOf, decodeXml, parseXml, type XmlElement } from './xml.ts'
import type { ZipPackage } from './zip-package.ts'

/** What of a document does something by itself when somebody opens it. */
export const activeContentKinds = [
  'macro',
  'control',
  'elsewhere',
  'template',
  'insertion',
  'field',
  'connection',
] as const
export type ActiveContentKind = (typeof activeContentKinds)[number]

/** Parts that run or fetch, by their names. */
const PARTS: readonly (readonly [RegExp, ActiveContentKind])[] = [
  [/(?:^|\/)vba(?:Project\w*\.bin|Data\.xml)$/i, 'macro'],
  [/(?:^|\/)(?:macrosheets|dialogsheets)\//i, 'macro'],
  [/(?:^|\/)activeX\//i, 'control'],
  [/(?:^|\/)(?:connections\.xml|queryTables\/)/i, 'connection'],
]

/** Relationships, by the last word of their type; whatever lies outside and is not named here is fetched as well. */
const RELATIONSHIPS: Readonly<Record<string, ActiveContentKind>> = {
  attachedTemplate: 'template',
  aFChunk: 'insertion',
  subDocument: 'insertion',
  oleObject: 'control',
  control: 'control',
}

/** Fields that run something or bring in what lies elsewhere (ECMA-376 part 1, 17.16.5; DDE in [MS-OI29500] 2.1.492). */
const FIELDS = new Set(
  'DDE DDEAUTO INCLUDE INCLUDETEXT INCLUDEPICTURE IMPORT LINK EMBED DATABASE RD MACROBUTTON GOTOBUTTON CONTROL'.split(
    ' ',
  ),
)

/**
 * What a .docx or .xlsx does by itself: macros, controls, what it fetches from elsewhere, fields that run or include
 * something. Empty for a document of words; links one has to click are none of it. Unreadable for what is no such file.
 */
export function activeContent(bytes: Uint8Array, name: string): readonly ActiveContentKind[] | Unreadable {
  return refusable(name, () => {
    const found = new Set(kindsIn(openPackage(bytes).zip))
    return activeContentKinds.filter((kind) => found.has(kind))
  })
}

function* kindsIn(zip: ZipPackage): Generator<ActiveContentKind> {
  // Every entry, also a second one of the same name: programs do not agree which of them counts.
  for (const entry of zip.entries) {
    for (const [pattern, kind] of PARTS) if (pattern.test(entry.name)) yield kind
    if (!/\.(?:xml|rels)$/i.test(entry.name)) continue
    const root = parseXml(decodeXml(zip.read(entry)))
    if (root.name === 'Relationships') yield* root.children.flatMap(kindOfRelationship)
    else if (root.name === 'Types') yield* root.children.flatMap(kindOfType)
    else yield* kindsOfFields(root)
  }
}

function kindOfRelationship(line: XmlElement): ActiveContentKind[] {
  const type = /[^/]*$/.exec(attributeOf(line, 'Type') ?? '')?.[0] ?? ''
  const named = RELATIONSHIPS[type]
  if (named !== undefined) return [named]
  const isOutside = attributeOf(line, 'TargetMode')?.toLowerCase() === 'external'
  return isOutside && type !== 'hyperlink' ? ['elsewhere'] : []
}

function kindOfType(line: XmlElement): ActiveContentKind[] {
  return /macroEnabled|vbaProject/i.test(attributeOf(line, 'ContentType') ?? '') ? ['macro'] : []
}

/** Fields in one element or in runs between marks; the name may lie in pieces, or be made by a field inside. */
function* kindsOfFields(root: XmlElement): Generator<ActiveContentKind> {
  const open: { words: string; isMade: boolean }[] = []
  for (const element of everyElement(root)) {
    if (element.name === 'altChunk' || element.name === 'subDoc') yield 'insertion'
    if (element.name === 'ddeLink') yield 'field'
    if (element.name === 'fldSimple' && isActive(attributeOf(element, 'instr') ?? '')) yield 'field'
    const mark = element.name === 'fldChar' ? attributeOf(element, 'fldCharType') : undefined
    const field = open.at(-1)
    if (mark === 'begin') {
      if (field?.words.trim() === '') field.isMade = true
      open.push({ words: '', isMade: false })
    } else if (mark === 'end') {
      const ended = open.pop()
      if (ended !== undefined && (ended.isMade || isActive(ended.words))) yield 'field'
    } else if (field !== undefined && element.name === 'instrText') field.words += element.text
  }
  // A field without an end is one nevertheless for some programs.
  if (open.some(({ words, isMade }) => isMade || isActive(words))) yield 'field'
}

function isActive(instruction: string): boolean {
  return FIELDS.has(/^\s*"?(\w+)/.exec(instruction)?.[1]?.toUpperCase() ?? '')
}

function* everyElement(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of element.children) yield* everyElement(child)
}
