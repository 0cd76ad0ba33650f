import { wordsOfField } from '../docx/fields.ts'
import { symbolOf } from '../docx/symbols.ts'
import { layOut, type Block, type ParagraphBlock } from '../lay-out.ts'
import { ReadingRefusal } from '../refusal.ts'
import type { SourceDocument } from '../source-document.ts'
import { codePageOfSet, encodingOf, SYMBOL_SET } from './code-pages.ts'
import { destinationOf, type Destination } from './destinations.ts'
import { createRowDefinitions, type RowDefinitions } from './row-definition.ts'
import { createStory, type ParagraphRank, type RtfStory } from './story.ts'
import { tokensOf } from './tokens.ts'

/** Control words that stand for characters. */
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  page: '\n',
  column: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '　',
  enspace: ' ',
  '~': ' ',
  _: '-',
  '{': '{',
  '}': '}',
  '\\': '\\',
}
const LONGEST_TEXT = 64_000_000
const DEEPEST = 10_000

/** What holds inside one group and ends with it. */
interface Group {
  destination: Destination
  isBold: boolean
  isHidden: boolean
  isDeleted: boolean
  font: number
  /** Of the paragraph that ends in the group. */
  outlineLevel: number | undefined
  inTable: boolean
  /** How many characters stand behind `\u` for programs that do not know it. */
  fallback: number
  /** A story that begins with this group. */
  begins?: { readonly outer: RtfStory; readonly kind: 'note' | 'box' }
  field?: { code: string; hasResult: boolean }
}

interface Font {
  readonly name: string
  readonly set: number
}

interface Reading {
  readonly groups: Group[]
  group: Group
  story: RtfStory
  readonly row: RowDefinitions
  readonly fonts: Map<number, Font>
  readonly footnotes: ParagraphBlock[]
  readonly found: { revisions: boolean; hidden: boolean; contents: boolean }
  /** The document's own, for fonts that do not say theirs. */
  codePage: number
  /** Bytes of one encoding not decoded yet. */
  pending: { bytes: number[]; font: number }
  /** True right behind `\*`. */
  isOptional: boolean
  /** True until the group's first control word. */
  isFresh: boolean
  toSkip: number
  length: number
}

/**
 * Reads an RTF file as Word shows it: the labels of automatic numbering, tables, text boxes and notes, changes
 * accepted, without hidden words, headers and footers, comments and contents lists. Throws a `ReadingRefusal`.
 */
export function readRtf(bytes: Uint8Array, name: string): SourceDocument {
  const reading = begun()
  for (const token of tokensOf(bytes)) {
    if (token.kind === 'bytes') {
      readBytes(token.bytes, reading)
      continue
    }
    flush(reading)
    if (token.kind === 'control') readControl(token.word, token.value, reading)
    else if (token.kind === 'open') openGroup(reading)
    else closeGroup(reading)
  }
  flush(reading)
  while (reading.groups.length > 0) closeGroup(reading)
  const built = layOut([...reading.story.finish(), ...reading.footnotes])
  if (built.text.trim() === '') throw new ReadingRefusal('empty', '里面没有文字')
  return { name, format: 'rtf', ...built, notes: notesOn(reading.found) }
}

function notesOn({ revisions, hidden, contents }: Reading['found']): string[] {
  return [
    ...(revisions ? ['文档带有修订痕迹，按接受全部修订后的文字读取。'] : []),
    ...(hidden ? ['文档中有隐藏文字，没有读取。'] : []),
    ...(contents ? ['文档中的自动目录没有读取。'] : []),
  ]
}

function begun(): Reading {
  const group: Group = {
    destination: 'text',
    isBold: false,
    isHidden: false,
    isDeleted: false,
    font: -1,
    outlineLevel: undefined,
    inTable: false,
    fallback: 1,
  }
  return {
    groups: [],
    group,
    story: createStory(),
    row: createRowDefinitions(),
    fonts: new Map(),
    footnotes: [],
    found: { revisions: false, hidden: false, contents: false },
    codePage: 1252,
    pending: { bytes: [], font: -1 },
    isOptional: false,
    isFresh: false,
    toSkip: 0,
    length: 0,
  }
}

function openGroup(reading: Reading): void {
  if (reading.groups.length >= DEEPEST) throw new ReadingRefusal('bomb')
  reading.groups.push(reading.group)
  const { begins: _begins, field, ...inherited } = reading.group
  const isInField = inherited.destination !== 'text' && field !== undefined
  reading.group = isInField ? { ...inherited, field } : inherited
  reading.isFresh = true
  reading.toSkip = 0
}

function closeGroup(reading: Reading): void {
  const { group } = reading
  const outer = reading.groups.pop()
  if (outer === undefined) return
  if (group.begins) endStory(group.begins, reading)
  if (group.destination === 'field' && outer.field !== group.field && group.field && !group.field.hasResult) {
    reading.group = outer
    show(wordsOfField(group.field.code), reading)
  }
  reading.group = outer
  reading.isFresh = false
  reading.isOptional = false
  reading.toSkip = 0
}

function endStory({ outer, kind }: NonNullable<Group['begins']>, reading: Reading): void {
  const inside = plainBlocks(reading.story.finish())
  reading.story = outer
  if (kind === 'note') for (const block of inside) reading.footnotes.push({ ...block, style: 'footnote' })
  else outer.addBehind(inside.map((block) => ({ ...block, style: 'textbox' as const })))
}

/** Tables in notes and text boxes become their paragraphs. */
function plainBlocks(blocks: readonly Block[]): ParagraphBlock[] {
  return blocks.flatMap((block) =>
    'rows' in block ? block.rows.flat().flatMap(({ paragraphs }) => paragraphs) : [block],
  )
}

function readControl(word: string, value: number | undefined, reading: Reading): void {
  const { group, isFresh } = reading
  if (word === '*') {
    reading.isOptional = isFresh
    return
  }
  reading.isFresh = false
  const destination = isFresh || reading.isOptional ? destinationOf(word, reading.isOptional) : undefined
  reading.isOptional = false
  if (destination !== undefined) return enter(destination, reading)
  if (group.destination === 'skipped') return
  if (word === 'u') readUnicode(value ?? 0, reading)
  else if (group.destination === 'fonts') readFontControl(word, value, reading)
  else if (CHARACTERS[word] !== undefined) show(CHARACTERS[word] ?? '', reading)
  else if (!reading.row.take(word, value)) set(word, value, reading)
}

function enter(destination: Destination, reading: Reading): void {
  const { group } = reading
  if (group.destination === 'skipped') return
  group.destination = destination
  if (destination === 'field') group.field = { code: '', hasResult: false }
  if (destination === 'result') {
    const isContents = /^\s{0,9}TOC\b/i.test(group.field?.code ?? '')
    if (isContents) reading.found.contents = true
    group.destination = isContents ? 'skipped' : 'result'
  }
  if (destination !== 'note' && destination !== 'box') return
  group.destination = 'text'
  Object.assign(group, { outlineLevel: undefined, inTable: false })
  group.begins = { outer: reading.story, kind: destination }
  reading.story = createStory()
}

/** Settings of characters and paragraphs, and the marks that end paragraphs, cells and rows. */
function set(word: string, value: number | undefined, reading: Reading): void {
  const { group, story } = reading
  const isOn = value !== 0
  if (word === 'b') group.isBold = isOn
  else if (word === 'v') group.isHidden = isOn
  else if (word === 'deleted') group.isDeleted = isOn
  else if (word === 'plain') Object.assign(group, { isBold: false, isHidden: false, isDeleted: false })
  else if (word === 'f') group.font = value ?? -1
  else if (word === 'uc') group.fallback = Math.min(Math.max(value ?? 1, 0), 10)
  else if (word === 'ansicpg') reading.codePage = value ?? 1252
  else if (word === 'deff') group.font = value ?? -1
  else if (word === 'outlinelevel') group.outlineLevel = levelOf(value)
  else if (word === 'intbl') group.inTable = true
  else if (word === 'pard') Object.assign(group, { outlineLevel: undefined, inTable: false })
  else if (word === 'par' || word === 'sect' || word === 'nestcell') {
    if (group.destination === 'label' || group.destination === 'instruction') return
    story.endParagraph(rankOf(group))
  } else if (word === 'cell') story.endCell(rankOf(group))
  else if (word === 'row') story.endRow(reading.row.current())
  if (word === 'revised' || word === 'deleted') reading.found.revisions = true
}

/** Level 9 means body text. */
function levelOf(value: number | undefined): number | undefined {
  return value !== undefined && value >= 0 && value < 9 ? value : undefined
}

function rankOf({ outlineLevel, inTable }: Group): ParagraphRank {
  return { outlineLevel, inTable }
}

function readFontControl(word: string, value: number | undefined, reading: Reading): void {
  if (word === 'f') {
    reading.group.font = value ?? -1
    reading.fonts.set(reading.group.font, { name: '', set: 1 })
  } else if (word === 'fcharset') {
    const font = reading.fonts.get(reading.group.font)
    if (font) reading.fonts.set(reading.group.font, { ...font, set: value ?? 1 })
  }
}

/** A character by its number, negative above 32767; what stands behind it for older programs is left out. */
function readUnicode(value: number, reading: Reading): void {
  flush(reading)
  reading.toSkip = reading.group.fallback
  const code = value < 0 ? value + 0x10000 : value
  if (code > 0x10ffff) return
  const isSign = code >= 0xf000 && code <= 0xf0ff
  const name = reading.fonts.get(reading.group.font)?.name ?? ''
  show(isSign ? symbolOf(code.toString(16), name) : String.fromCodePoint(code), reading)
}

function readBytes(bytes: Uint8Array, reading: Reading): void {
  reading.isFresh = false
  const { group, pending } = reading
  const skipped = Math.min(reading.toSkip, bytes.length)
  reading.toSkip -= skipped
  if (group.destination === 'skipped' || skipped === bytes.length) return
  if (pending.font !== group.font) flush(reading)
  pending.font = group.font
  for (let i = skipped; i < bytes.length; i++) pending.bytes.push(bytes[i] ?? 0)
  if (pending.bytes.length > LONGEST_TEXT) throw new ReadingRefusal('bomb')
}

function flush(reading: Reading): void {
  const { bytes, font } = reading.pending
  if (bytes.length === 0) return
  reading.pending = { bytes: [], font }
  const { name = '', set = 1 } = reading.fonts.get(font) ?? {}
  if (reading.group.destination !== 'fonts' && set === SYMBOL_SET) {
    show(bytes.map((byte) => symbolOf(byte.toString(16).padStart(2, '0'), name)).join(''), reading)
    return
  }
  show(decoded(Uint8Array.from(bytes), set, reading.codePage), reading)
}

/** Fonts with Western letters are also given for Chinese words; they are those where the document's own encoding fits. */
function decoded(bytes: Uint8Array, set: number, codePage: number): string {
  const own = codePageOfSet(set) ?? codePage
  try {
    return new TextDecoder(encodingOf(set === 0 ? codePage : own), { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(encodingOf(own)).decode(bytes)
  }
}

function show(words: string, reading: Reading): void {
  const { group, fonts, story } = reading
  if (group.destination === 'fonts') {
    const font = fonts.get(group.font)
    if (font) fonts.set(group.font, { ...font, name: (font.name + words).replace(/;.*$/, '').slice(0, 100) })
    return
  }
  if (group.destination === 'instruction') {
    if (group.field && group.field.code.length < 1000) group.field.code += words
    return
  }
  if (group.destination === 'skipped' || group.destination === 'field' || group.isDeleted || words === '') return
  if (group.isHidden) {
    reading.found.hidden = true
    return
  }
  reading.length += words.length
  if (reading.length > LONGEST_TEXT) throw new ReadingRefusal('bomb')
  if (group.field) group.field.hasResult = true
  story.add(words, { isBold: group.isBold, isLabel: group.destination === 'label' })
}
