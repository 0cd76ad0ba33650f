import {
  type BoardBody,
  type BodyDutyYear,
  cellInWords,
  countedIn,
  type DutyHead,
  type DutyLine,
  dutyListNames,
  frequencyInWords,
  gridCells,
  groundInWords,
  occurrenceInWords,
  periodInWords,
  standingInWords,
} from '@duizhao/contract'
import type { Sheet } from '@duizhao/report'

/** Who owes a line: the one person, several together, or the organisation itself. */
export function whoOf({ person, people, organisation }: DutyLine): string {
  if (person !== null) return person.name
  return people === null ? organisation.name : `${people} 人`
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

/** A year of a body as a workbook: the grid, and each time with its records. What spans months stands in the last. */
export function yearSheets({ lines, records, year, organisation, today }: BodyDutyYear): Sheet[] {
  const above = [`单位：${organisation.name}　　${year}年　　截至${today}`]
  const named = new Map(records.map(({ id, name, onDay }) => [id, `${onDay} ${name}`]))
  return [
    {
      name: '履职',
      title: `${organisation.name}${year}年履职情况`,
      above,
      columns: [
        { header: '清单', width: 12 },
        { header: '事项', width: 30 },
        { header: '要求', width: 14 },
        { header: '责任主体', width: 14 },
        ...MONTHS.map((month) => ({ header: `${month}月`, width: 8 })),
        { header: '依据', width: 36 },
      ],
      rows: lines.map((line) => [
        dutyListNames[line.duty.list],
        line.duty.name,
        frequencyInWords(line.duty),
        whoOf(line),
        ...monthsOf(line, year),
        groundInWords(line.duty),
      ]),
    },
    {
      name: '逐期',
      above,
      columns: [
        { header: '事项', width: 30 },
        { header: '责任主体', width: 14 },
        { header: '期次', width: 18 },
        { header: '最迟', width: 12 },
        { header: '情况', width: 16 },
        { header: '记录', width: 50 },
        { header: '不适用、免做的原因', width: 30 },
      ],
      rows: lines.flatMap((line) =>
        line.occurrences.map((one) => [
          line.duty.name,
          whoOf(line),
          periodInWords(one.period),
          one.due,
          occurrenceInWords(one, countedIn(line)),
          one.records.map((id) => named.get(id) ?? '').join('；'),
          one.waiver?.reason ?? '',
        ]),
      ),
    },
  ]
}

function monthsOf(line: DutyLine, year: number): string[] {
  const cells = gridCells(line.duty.per, line.occurrences, year)
  return MONTHS.map((month) => {
    const cell = cells.find(({ to }) => to === month)
    return cell ? cellInWords(cell, countedIn(line)) : ''
  })
}

/** The board as a workbook: a row for each body, those that miss most first. */
export function boardSheets(
  items: readonly BoardBody[],
  duties: readonly DutyHead[],
  { unit, year, today }: { readonly unit: string; readonly year: number; readonly today: string },
): Sheet[] {
  return [
    {
      name: '下级履职',
      title: `${unit}下级${year}年履职情况`,
      above: [`单位：${unit}　　${year}年　　截至${today}`],
      columns: [
        { header: '组织', width: 24 },
        { header: '上级', width: 20 },
        { header: '缺', width: 6, kind: 'number' },
        { header: '迟', width: 6, kind: 'number' },
        ...duties.map(({ name }) => ({ header: name, width: 14 })),
      ],
      rows: items.map(({ organisation, above, missing, late, cells }) => {
        const byDuty = new Map(cells.map((cell) => [cell.dutyId, cell]))
        const words = duties.map(({ id }) => {
          const cell = byDuty.get(id)
          return cell ? standingInWords(cell) : ''
        })
        return [organisation.name, above ?? '', missing, late, ...words]
      }),
    },
  ]
}
