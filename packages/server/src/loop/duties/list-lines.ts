import type { Part, SourceDocument, Table } from '@duizhao/engine'
import { outline } from '@duizhao/engine'
import { listNamed, rolesNamed } from '@duizhao/engine/duties'
import type { DutyList } from '@duizhao/contract'
import { type ListKind, type ListSheet, readListSheet } from '../../platform/list-sheets.ts'
import { dutyListColumns, type DutyListField } from './list-columns.ts'

/** A line of a responsibility list as it stands in the file. */
export interface ListLine {
  readonly sheet: string
  readonly row: number
  readonly text: string
  readonly often: string
  readonly who: string
  readonly ground: string
  readonly list: DutyList | null
}

export interface ListLines {
  readonly columns: ListSheet<'duties', DutyListField>['columns']
  readonly lines: readonly ListLine[]
}

const kinds: readonly ListKind<'duties', DutyListField>[] = [{ kind: 'duties', columns: dutyListColumns, main: 'text' }]
const TITLE_LENGTH = 200
const SHORTEST = 4

/** The lines of the tables of a document; where it has none that is a list, its numbered paragraphs. */
export function listLines(document: SourceDocument, fileName: string): ListLines {
  const title = listNamed(document.text.slice(0, TITLE_LENGTH)) ?? listNamed(fileName)
  const sheets = document.tables.map((table) => readListSheet(spread(table), kinds)).filter((sheet) => sheet !== null)
  const lines = sheets.flatMap(({ rows }) =>
    rows.flatMap(({ sheet, row, values }) => {
      const { text = '', often = '', who = '', ground = '' } = values
      return text.length < SHORTEST ? [] : [{ sheet, row, text, often, who, ground, list: listNamed(sheet) ?? title }]
    }),
  )
  const told = lines.filter((line, at) => !saysTheSame(line, lines[at - 1]))
  if (sheets.length > 0) return { columns: sheets.flatMap(({ columns }) => columns), lines: told }
  return { columns: [], lines: paragraphsOf(document, title) }
}

/** A merged cell says the same of all its rows: 责任人 stands once beside what he answers for. */
function spread(table: Table): Table {
  return {
    ...table,
    cells: table.cells.flatMap((cell) =>
      Array.from({ length: cell.rowSpan }, (_, at) => ({ ...cell, row: cell.row + at, rowSpan: 1 })),
    ),
  }
}

/** A duty that stands once beside several rows of what is not read, its measures say, is one. */
function saysTheSame(line: ListLine, before: ListLine | undefined): boolean {
  const words = ({ sheet, text, often, who, ground }: ListLine) => [sheet, text, often, who, ground].join('\n')
  return before !== undefined && words(line) === words(before)
}

/** The numbered items below which nothing is numbered, each with the heading above it that says who answers. */
function paragraphsOf(document: SourceDocument, title: DutyList | null): ListLine[] {
  const lines: ListLine[] = []
  const go = (part: Part, who: string, list: DutyList | null): void => {
    const heading = document.text.slice(part.heading.start, part.heading.end).trim()
    const isNamed = heading !== '' && (rolesNamed(heading)?.length ?? 0) > 0
    const own = { who: isNamed ? heading : who, list: listNamed(heading) ?? list }
    if (part.children.length > 0) return part.children.forEach((child) => go(child, own.who, own.list))
    const text = document.text.slice(part.heading.start, part.body.end).trim()
    if (part.ordinal === 0 || text.length < SHORTEST) return
    lines.push({ sheet: '', row: lines.length + 1, text, often: '', who, ground: '', list })
  }
  go(outline(document), '', title)
  return lines
}
