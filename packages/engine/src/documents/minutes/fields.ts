import type { SourceDocument } from '../../reading/source-document.ts'
import type { Span } from '../../span.ts'
import { LEADING_NUMBER } from '../../wording/leading-number.ts'
import { type FieldName, fieldLabels } from './field-labels.ts'

/** A label of a record and what stands behind it: on its line, or in the next cell. */
export interface Field extends Span {
  readonly name: FieldName
  /** Without blanks. */
  readonly label: string
  /** Empty where the label stands alone: what it announces follows below. */
  readonly value: Span
}

const LABELS = fieldLabels.map(([name, source]) => [name, new RegExp(`^(?:${source})$`)] as const)
/** Words that may be a label: its characters may stand apart (“主 持 人”). */
const WORDS = '\\p{Script=Han}(?:[ 　]{0,4}[、\\p{Script=Han}]){0,13}'
const BEFORE = `[#* 　]*(?:${LEADING_NUMBER})?[* ]*`
/** A label with its colon: at the beginning of a line, or behind what ends another value. */
const WITH_COLON = new RegExp(
  `(?<=^|[\\s，,；;。])(${BEFORE})(${WORDS})\\**[ 　]*(?:[（(][^（()）\\n]{0,12}[)）])?[:：]\\**[ 　]*`,
  'gmu',
)
/** 【时间】, and a label with a wide blank behind it instead of a colon. */
const IN_BRACKETS = new RegExp(`^([ 　]*)【(${WORDS})】[:：]?[ 　]*`, 'gmu')
const WITH_BLANK = /(?<=^|　| {2})()(\p{Script=Han}(?: ?\p{Script=Han}){1,7})(?:　+| {2,})(?=\S)/gmu
/** One of several labels in a row. */
const HEADER = /[^:：】]　+$|[^:：】] {2,}$/
/** A line that is nothing but a label: a heading. */
const ALONE = new RegExp(`^(${BEFORE})(${WORDS})\\**$`, 'gmu')
/** A row with it heads a list: beside its words stand other headers, not values. */
const LISTS = /^\s*序\s*号\s*$/
const NOTE = /[（(][^（()）]*[)）]|[:：]$/g

/** The fields of a record in the order of its text. */
export function fieldsIn({ text, tables }: SourceDocument): Field[] {
  const inLines = [WITH_COLON, IN_BRACKETS, WITH_BLANK, ALONE]
    .flatMap((way) => [...text.matchAll(way)])
    .flatMap(({ 0: whole, 1: before = '', 2: words = '', index }) => {
      const label = labelAtEnd(words)
      const start = index + before.length
      return label === null ? [] : [{ ...label, start: start + label.from, end: index + whole.length }]
    })
  const inOrder = inLines.toSorted((a, b) => a.start - b.start)
  const lines = inOrder
    .map(({ name, label, start, end }, n): Field => ({
      name,
      label,
      start,
      end,
      value: valueOnLine(text, end, inOrder[n + 1]?.start ?? text.length),
    }))
    // Headers one beside the other announce nothing below.
    .filter(({ start, end, value }) => value.end > value.start || !HEADER.test(text.slice(start, end)))
  const cells = tables.flatMap((table) => {
    const headers = new Set(table.cells.filter(({ text: words }) => LISTS.test(words)).map(({ row }) => row))
    return table.cells.flatMap((cell, i): Field[] => {
      if (headers.has(cell.row)) return []
      const { start, end } = cell
      const label = cell.text.replace(/\s/g, '').replace(NOTE, '')
      const name = nameOf(label)
      const next = table.cells[i + 1]
      const beside = next !== undefined && next.row === cell.row ? next : { start: end, end }
      return name === null ? [] : [{ name, label, start, end, value: { start: beside.start, end: beside.end } }]
    })
  })
  const isInTable = ({ start }: Span): boolean => tables.some((table) => start >= table.start && start < table.end)
  const flat = fieldsOfFlatRows(text).filter((field) => !isInTable(field))
  return [...lines, ...cells, ...flat].toSorted((a, b) => a.start - b.start)
}

/** A row of a table that became a line with tabs; a line that begins with one goes on with the last cell above it. */
const FLAT_ROW = /^[^\t\n]+\t[^\n]*(?:\n\t[^\n]*)*/gm

function fieldsOfFlatRows(text: string): Field[] {
  return [...text.matchAll(FLAT_ROW)].flatMap(({ 0: row, index }) => {
    const cells = [...row.matchAll(/(?:[^\t\n]|\n\t)+/g)].map(({ 0: words, index: at }) => ({
      words: words.replace(/[ 　]/g, ''),
      start: index + at,
      end: index + at + words.trimEnd().length,
    }))
    return cells.flatMap(({ words, start, end }, i): Field[] => {
      const name = nameOf(words)
      const value = cells[i + 1]
      return name === null || value === undefined || nameOf(value.words) !== null
        ? []
        : [{ name, label: words, start, end, value: { start: value.start, end: value.end } }]
    })
  })
}

function nameOf(label: string): FieldName | null {
  return LABELS.find(([, pattern]) => pattern.test(label))?.[0] ?? null
}

/** True for words that are a label and say nothing else. */
export function isLabel(words: string): boolean {
  return nameOf(words.replace(/[ 　]/g, '')) !== null
}

/** The longest label that ends some words: 主 持 人 of 许 文 主 持 人. */
function labelAtEnd(words: string): { name: FieldName; label: string; from: number } | null {
  for (const from of [0, ...Array.from(words.matchAll(/[ 　]+/g), ({ 0: blank, index }) => index + blank.length)]) {
    const label = words.slice(from).replace(/[ 　]/g, '')
    const name = nameOf(label)
    if (name !== null) return { name, label, from }
  }
  return null
}

/** Up to the end of the line or the next label on it, without the marks between the two. */
function valueOnLine(text: string, from: number, next: number): Span {
  const stretch = text.slice(from, Math.max(from, next))
  const words = stretch.slice(0, stretch.search(/[\n\t]|$/))
  return { start: from, end: from + words.replace(/[\s　，,；;、*#]+$/, '').length }
}

/** The first field of a name that says something, with its words. */
export function fieldNamed(
  fields: readonly Field[],
  name: FieldName,
  { text }: SourceDocument,
): (Span & { readonly words: string }) | null {
  const field = fields.find((each) => each.name === name && each.value.end > each.value.start)
  return field === undefined ? null : { ...field.value, words: text.slice(field.value.start, field.value.end) }
}
