import { addressOf } from '../../reading/xlsx/sheet-cells.ts'
import { read } from '../../reading/read.ts'
import type { SourceDocument } from '../../reading/source-document.ts'
import { wordsRow, xlsxOf } from '../../reading/testing/xlsx-of.ts'
import { textPlace, type Place, wholeFile } from '../place.ts'
import { unmarked } from './marked-text.ts'

/** A paper of an example, read. */
export interface Paper {
  readonly path: string
  readonly document: SourceDocument
}

/** The papers of an example, and the places marked in them; null for what is not there at all. */
export interface Papers {
  readonly papers: readonly Paper[]
  readonly places: readonly (Place | null)[]
  readonly related: readonly Place[]
}

/** How an example is written down before it is read: what files without a heading are called, what stands before them. */
export interface Writing {
  /** The file's name where an example is one paper without a heading: “材料.txt”. */
  readonly unnamed: string
  /** Put before the text of every paper, so that every place moves; a workbook gets an empty row. */
  readonly lead?: string
  readonly lineEnd?: '\n' | '\r\n'
}

const HEADING = /^=== (.*)$/m

/**
 * The papers an example writes down. Each begins with a line `=== file name`; one paper alone needs none. ⟦ ⟧ mark where
 * a finding must be, ⟨ ⟩ what belongs to it: words of a paper, a cell, a paper as a whole (`=== ⟦file name⟧`), and
 * `=== ⟦⟧` what is not there. Papers called .xlsx are tables, cells between bars; the others are text.
 */
export async function papersOf(example: string, writing: Writing): Promise<Papers> {
  const [before = '', ...rest] = example.split(HEADING)
  const written = rest.length === 0 ? [{ heading: writing.unnamed, content: before }] : inPairs(rest)
  const papers: Paper[] = []
  const places: (Place | null)[] = []
  const related: Place[] = []
  for (const { heading, content } of written) {
    const path = unmarked(heading).text
    if (heading.includes('⟦')) places.push(path === '' ? null : wholeFile(path))
    if (heading.includes('⟨')) related.push(wholeFile(path))
    if (path === '') continue
    const paper = path.endsWith('.xlsx') ? workbookOf(content, path, writing) : textOf(content, path, writing)
    const document = await read(paper.bytes, path)
    if ('reason' in document) throw new Error(document.message)
    papers.push({ path, document })
    places.push(...paper.places)
    related.push(...paper.related)
  }
  return { papers, places, related }
}

function inPairs(parts: readonly string[]): { heading: string; content: string }[] {
  return parts.flatMap((heading, i) => (i % 2 === 0 ? [{ heading, content: parts[i + 1]?.trim() ?? '' }] : []))
}

interface Written {
  readonly bytes: Uint8Array
  readonly places: readonly Place[]
  readonly related: readonly Place[]
}

function textOf(content: string, path: string, { lead = '', lineEnd = '\n' }: Writing): Written {
  const { text, places, related } = unmarked(`${lead}${content}`.replaceAll('\n', lineEnd))
  const placed = (span: { start: number; end: number }): Place => textPlace(path, span)
  return { bytes: new TextEncoder().encode(text), places: places.map(placed), related: related.map(placed) }
}

function workbookOf(content: string, path: string, { lead = '' }: Writing): Written {
  const sheet = path.replace('.xlsx', '')
  const first = lead === '' ? 0 : 1
  const cells = content.split('\n').flatMap((line, i) => {
    const row = i + first
    return line.split('|').map((cell, column) => {
      const place = { kind: 'cell', path, sheet, row, column, address: addressOf(row, column) } as const
      return { place, marked: cell }
    })
  })
  const rows = [...Map.groupBy(cells, ({ place }) => place.row)].map(([row, own]) =>
    wordsRow(row + 1, ...own.map(({ marked }) => unmarked(marked).text.trim())),
  )
  const holding = (sign: string): Place[] =>
    cells.filter(({ marked }) => marked.includes(sign)).map(({ place }) => place)
  return { bytes: xlsxOf([{ name: sheet, rows: rows.join('') }]), places: holding('⟦'), related: holding('⟨') }
}
