import type { Cell, SourceDocument, Table } from '../../reading/source-document.ts'
import { readLedgers } from '../../tables/ledger.ts'
import type { ListedItem, Remark, Stated, Talk } from './meeting-facts.ts'
import { datesIn, hoursIn } from '../../wording/dates-in-text.ts'
import { isName } from '../../wording/name-patterns.ts'
import { peopleIn } from '../../wording/names-in-cell.ts'
import { beginningOf } from '../../wording/beginnings.ts'

const FROM = /^(?:谈话人|谈心人|主谈人|约谈人|谈话人姓名)$/
const WITH = /谈话对象|被谈话人|谈心对象|谈话人[二2]|对象$|党员代表/
const DAY = /日期|时间/

/** Talks that tables list, one row each, and those single records tell in their labels. */
export function talksIn(document: SourceDocument, path: string, year: number | null): Talk[] {
  const listed = document.tables.flatMap((table) => talksOfTable(table, { document, path, year }))
  if (listed.length > 0) return listed
  const single = talkOfRecord(document, path, year)
  return single === null ? [] : [single]
}

interface Reading {
  readonly document: SourceDocument
  readonly path: string
  readonly year: number | null
}

const compact = (text: string): string => text.replace(/\s+/g, '')

function talksOfTable(table: Table, { path, year }: Reading): Talk[] {
  const rows = Map.groupBy(table.cells, ({ row }) => row)
  for (const [at, header] of rows) {
    const from = header.find(({ text }) => FROM.test(compact(text)))
    const to = header.find(({ text }) => WITH.test(compact(text)) && !FROM.test(compact(text)))
    // A single record has the name beside the label, a list has other labels there.
    if (from === undefined || to === undefined || to.column === from.column + 2) continue
    const days = header.filter(({ text }) => DAY.test(compact(text)))
    const above =
      datesIn(
        table.cells
          .filter(({ row }) => row < at)
          .map(({ text }) => text)
          .join(' '),
        year,
      ).at(-1)?.date ?? null
    return [...rows]
      .filter(([row]) => row > at)
      .flatMap(([, cells]) => {
        const at = (column: number): Cell | undefined => cells.find((cell) => cell.column === column)
        const [a, b] = [at(from.column), at(to.column)]
        const [one, two] = [a ? personIn(a.text) : '', b ? personIn(b.text) : '']
        if (a === undefined || b === undefined || one === '' || two === '') return []
        const when = days.flatMap(({ column }) => at(column) ?? [])
        const words = when.map(({ text }) => text).join(' ')
        const date = when.find(({ date: day }) => day !== undefined)?.date ?? datesIn(words, year)[0]?.date ?? above
        const hours = hoursIn(words)
        return [
          {
            people: [one, two] as const,
            date,
            from: hours?.from ?? null,
            to: hours?.to ?? null,
            path,
            start: a.start,
            end: b.end,
          },
        ]
      })
  }
  return []
}

/** The person a cell names first: 杨立新 in 办公室主任杨立新 or 杨立新（主任）; empty if it names none. */
function personIn(text: string): string {
  return peopleIn(text)[0] ?? ''
}

function talkOfRecord({ text, tables }: SourceDocument, path: string, year: number | null): Talk | null {
  const head = beginningOf(text, 'opening')
  const one = labelled(head, tables, /谈话人(?:姓名)?|谈心人|主谈人/)
  const two = labelled(head, tables, /谈话对象|被谈话人|谈心对象/)
  if (one === null || two === null) return null
  const when = labelled(head, tables, /(?:谈话|谈心)?(?:时间|日期)/)?.words ?? ''
  const hours = hoursIn(when)
  const [a, b] = [personIn(one.words), personIn(two.words)]
  if (a === '' || b === '') return null
  return {
    people: [a, b],
    date: datesIn(when, year)[0]?.date ?? null,
    from: hours?.from ?? null,
    to: hours?.to ?? null,
    path,
    start: one.start,
    end: two.end,
  }
}

/** What stands behind a label: after its colon, or in the next cell of its row. */
export function labelled(
  text: string,
  tables: readonly Table[],
  label: RegExp,
): { words: string; start: number; end: number } | null {
  for (const { cells } of tables) {
    for (const [i, cell] of cells.entries()) {
      const next = cells[i + 1]
      const exact = new RegExp(`^(?:${label.source})[:：]?$`)
      if (exact.test(compact(cell.text)) && next?.row === cell.row)
        return { words: next.text, start: next.start, end: next.end }
    }
  }
  const match = new RegExp(`(?<![\\p{Script=Han}])(?:${label.source})\\s*[:：]\\s*([^\\r\\n]{1,120})`, 'u').exec(text)
  if (match === null) return null
  const words = (match[1] ?? '').split(/　{2,}|\s{3,}|\t|(?<=\S)[ 　]+(?=\p{Script=Han}{2,6}[:：])/u)[0] ?? ''
  const start = match.index + match[0].length - (match[1] ?? '').length
  return { words, start, end: start + words.length }
}

/** Who criticised whom, in a table with 被批评人 and 提出人. */
export function remarksInTables({ tables }: SourceDocument): Remark[] {
  return tables.flatMap(({ cells }) => {
    const of = cells.find(({ text }) => /^(?:被批评人|批评对象|被提意见人|被帮助人|姓名|对象)$/.test(compact(text)))
    const by = cells.find(({ text }) => /^(?:提出人|批评人|提意见人|提出意见人|帮助人)$/.test(compact(text)))
    if (of === undefined || by === undefined) return []
    return cells
      .filter((cell) => cell.column === by.column && cell.row > by.row)
      .flatMap((cell) => {
        const target = cells.find(
          (other) => other.column === of.column && other.row <= cell.row && cell.row < other.row + other.rowSpan,
        )
        const names = peopleIn(cell.text)
        return target === undefined ? [] : names.map((name) => ({ by: name, of: compact(target.text) }))
      })
  })
}

/** Names in the column 姓名, down to where those begin who only sit in. */
export function attendeesInTables({ tables }: SourceDocument, path: string): Stated<string>[] {
  for (const { cells } of tables) {
    const header = cells.find(({ text }) => /^(?:姓名|出席人员?|党员姓名|参会人员姓名)$/.test(compact(text)))
    if (header === undefined) continue
    const limit =
      cells.find(
        (cell) =>
          cell.row > header.row &&
          /^(?:列席|督导|上级|记录|其他)/.test(compact(cell.text)) &&
          compact(cell.text).length <= 8,
      )?.row ?? Infinity
    const names = cells.filter(
      ({ column, row, columnSpan }) => column === header.column && row > header.row && row < limit && columnSpan === 1,
    )
    return names.flatMap(({ text, start, end }) =>
      isName(compact(text)) ? [{ value: compact(text), path, start, end }] : [],
    )
  }
  return []
}

/** The rows of the lists in a document: opinions, problems, measures. */
export function itemsIn(document: SourceDocument): ListedItem[] {
  return document.tables.flatMap((table) =>
    readLedgers(table, { text: document.text }).flatMap(({ rows }) =>
      rows.map(({ problem, manifestation, number, source, cells }) => ({
        text: [
          problem.text,
          manifestation?.text ?? '',
          source?.text ?? '',
          ...cells.filter(({ column }) => column > problem.column).map(({ text }) => text),
        ].join(' '),
        number: number?.text ?? '',
        start: problem.start,
        end: problem.end,
      })),
    ),
  )
}
