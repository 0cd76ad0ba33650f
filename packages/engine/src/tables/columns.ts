import type { Candidate, Column } from './column.ts'
import { contentOf } from './column-content.ts'
import { matchHeaderPath } from './header-match.ts'
import { refineColumns } from './refine-columns.ts'
import type { SheetPart } from './sheet-parts.ts'

/** What the columns of a table hold, by their header's names, else by their content; all columns, none left out. */
export function columnsOf(part: SheetPart): Column[] {
  const candidates = part.columns.map((place): Candidate => {
    const path = headerPath(part, place)
    return {
      column: byName({ place, index: part.columnNumbers[place] ?? place }, path),
      content: contentOf(wordsIn(part, place)),
      path,
    }
  })
  return refineColumns(candidates)
}

function headerPath(part: SheetPart, place: number): string[] {
  const cells = part.header.map(({ places }) => places[place] ?? null)
  const above = cells[0] ?? unmergedAbove(part, place)
  const own = [above, ...cells.slice(1)].filter((cell) => cell !== null)
  const words = own.map(({ text }) => text.replace(/\s+/g, ''))
  return words.filter((word, i) => word !== words[i - 1])
}

/** Where a wide upper header was not merged, only its first column has the words: “整改责任”, then a blank, over two names. */
function unmergedAbove(part: SheetPart, place: number): SheetPart['titles'][number] | null {
  const [top, below] = part.header
  if (!top || !below?.places[place]) return null
  for (let left = place - 1; left >= 0; left--) {
    const cell = top.places[left]
    if (cell) return below.places[left] && below.places[left] !== cell ? cell : null
  }
  return null
}

function wordsIn(part: SheetPart, place: number): { text: string; date?: string }[] {
  return part.body
    .filter(({ kind }) => kind === 'row')
    .flatMap(({ row }) => {
      const cell = row.places[place]
      return cell?.row === row.index && row.places[place - 1] !== cell ? [cell] : []
    })
}

function byName(at: Pick<Column, 'index' | 'place'>, path: readonly string[]): Column {
  const header = path.join('|')
  const match = matchHeaderPath(path)
  if (!match)
    return {
      ...at,
      field: 'unknown',
      header,
      confidence: 0,
      by: 'nothing',
      reason: header === '' ? '没有表头' : '表头名称不认得',
    }
  return {
    ...at,
    field: match.field,
    header,
    confidence: match.confidence,
    by: 'name',
    reason: `表头有“${match.name}”`,
  }
}
