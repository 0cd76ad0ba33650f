import type { Cell, SourceDocument, Table } from '../../../reading/source-document.ts'
import type { Talk } from '../meeting-facts.ts'
import { datesIn, hoursIn } from '../../../wording/dates-in-text.ts'
import { peopleIn } from '../../../wording/names-in-cell.ts'
import { beginningOf } from '../../../wording/beginnings.ts'
import { compact, labelled } from './labelled.ts'

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
