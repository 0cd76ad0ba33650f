import { dateInChinese } from '@duizhao/engine/wording'
import { problemClassNames, problemSourceNames, unitNumberWords } from '@duizhao/contract'
import {
  type CellValue,
  ledgerSheet,
  type LedgerSheetMeasure,
  type LedgerSheetProblem,
  type Sheet,
} from '@duizhao/report'
import type { LedgerRow } from './row-queries.ts'
import { deadlineWords, stateWords } from './words.ts'

interface SheetFacts {
  readonly unit: string
  /** As it is to be read. */
  readonly date: string
}

/** The ledger, and the three lists a meeting asks for, of the same rows. */
export function ledgerSheets(rows: readonly LedgerRow[], { unit, date }: SheetFacts): Sheet[] {
  const facts = (name: string) => ({
    name,
    title: `${unit}${name}`,
    above: [`填报单位：${unit}　　　　填报日期：${date}`],
  })
  return [
    ledgerSheet({ title: `${unit}整改台账`, unit, date }, rows.map(toSheetProblem)),
    { ...facts('问题清单'), ...problemList(rows) },
    { ...facts('整改清单'), ...rectificationList(rows) },
    { ...facts('实效清单'), ...resultList(rows) },
  ]
}

/** Where nothing is written: a blank would be read as the cell above. */
const NOTHING = '—'

function toSheetProblem(row: LedgerRow): LedgerSheetProblem {
  return {
    source: problemSourceNames[row.source],
    category: row.aspect || NOTHING,
    text: row.text,
    class: problemClassNames[row.class],
    measures: sheetMeasures(row),
    unitNumber: unitNumberWords(row),
    origin: row.origins.join('\n'),
    remark: row.relapseOf === null ? '' : `由问题 ${row.relapseOf.number} 号反弹`,
  }
}

/** The measures, or one line without words, so that people, deadline and progress are shown all the same. */
function sheetMeasures(row: LedgerRow): LedgerSheetMeasure[] {
  const measures = row.measures.length > 0 ? row.measures : [null]
  const numbered = row.evidence.map((evidence, at) => ({ ...evidence, words: `${at + 1}. ${evidence.name}` }))
  const ids = new Set(row.measures.map(({ id }) => id))
  return measures.map((measure, at) => ({
    text: measure?.text ?? '',
    lead: row.lead?.name ?? '',
    unit: row.organisation.name,
    coUnit: measure?.coUnit ?? '',
    owner: measure?.responsible || (row.handler?.name ?? ''),
    deadline: measure?.dueOn == null ? deadlineWords(row) : dateInChinese(measure.dueOn),
    early: measure?.earlyOn == null ? '' : dateInChinese(measure.earlyOn),
    progress: at === 0 ? row.progress.map(({ on, text }) => `${dateInChinese(on)}：${text}`).join('\n') : '',
    evidence: numbered
      .filter(({ measureId }) => (measureId !== null && ids.has(measureId) ? measureId === measure?.id : at === 0))
      .map(({ words }) => words)
      .join('\n'),
    state: stateWords(row),
    strikeOffDate: row.struckOffOn === null ? '' : dateInChinese(row.struckOffOn),
  }))
}

type Table = Pick<Sheet, 'columns' | 'rows' | 'merged'>

function problemList(rows: readonly LedgerRow[]): Table {
  return {
    columns: [
      { header: '序号', width: 6, kind: 'number' },
      { header: '责任单位', width: 20 },
      { header: '单位内编号', width: 10 },
      { header: '问题来源', width: 14 },
      { header: '类别', width: 16 },
      { header: '存在问题', width: 60 },
      { header: '原因分析', width: 40 },
    ],
    rows: rows.map((row, at) => [
      at + 1,
      row.organisation.name,
      unitNumberWords(row),
      problemSourceNames[row.source],
      row.aspect || NOTHING,
      row.text,
      row.cause,
    ]),
  }
}

function rectificationList(rows: readonly LedgerRow[]): Table {
  const lines: CellValue[][] = []
  const merged: { row: number; column: number; rowSpan: number }[] = []
  for (const [index, row] of rows.entries()) {
    const measures = sheetMeasures(row)
    if (measures.length > 1)
      for (const column of [0, 1, 2]) merged.push({ row: lines.length, column, rowSpan: measures.length })
    for (const [at, measure] of measures.entries()) {
      const { text, lead, owner, coUnit, deadline, early } = measure
      const { funding = '', contingency = '' } = row.measures[at] ?? {}
      const own = at === 0 ? [index + 1, row.text, row.goal] : [null, null, null]
      lines.push([...own, text, lead, owner, coUnit, deadline, early ?? '', funding, contingency])
    }
  }
  const columns: Sheet['columns'] = [
    { header: '序号', width: 6, kind: 'number' },
    { header: '存在问题', width: 40 },
    { header: '整改目标', width: 24 },
    { header: '整改措施', width: 44 },
    { header: '责任领导', width: 10 },
    { header: '责任人', width: 14 },
    { header: '配合单位', width: 14 },
    { header: '完成时限', width: 16 },
    { header: '提前量', width: 14 },
    { header: '资金保障', width: 14 },
    { header: '工作预案', width: 20 },
  ]
  return { columns, rows: lines, merged }
}

function resultList(rows: readonly LedgerRow[]): Table {
  return {
    columns: [
      { header: '序号', width: 6, kind: 'number' },
      { header: '存在问题', width: 44 },
      { header: '整改成效', width: 50 },
      { header: '佐证材料', width: 30 },
      { header: '完成情况', width: 10 },
      { header: '销号日期', width: 16 },
    ],
    rows: rows.map((row, at) => [
      at + 1,
      row.text,
      row.result,
      row.evidence.map(({ name }, number) => `${number + 1}. ${name}`).join('\n'),
      stateWords(row),
      row.struckOffOn === null ? '' : dateInChinese(row.struckOffOn),
    ]),
  }
}
