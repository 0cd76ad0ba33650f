import type { Cell, SourceDocument, Table } from '../../reading/source-document.ts'
import { isName } from '../../wording/name-patterns.ts'
import { readNumber } from '../../wording/number-text.ts'
import { reasonOf } from './away-reasons.ts'
import { rowsUnder } from './columns-named.ts'
import type { Absence, SaidNumber } from './minutes.ts'

const PERSON = /^(?:党员)?姓名$/
const AWAY = /假|缺席|缺勤|出差|公差|公务|未到|未参加|外出|住院|培训|值班|因/

/** Who tables tell as away: those a sign-in sheet marks or leaves blank, and those a list of absences has with their reasons. */
export function awayOnSheets({ text, tables }: SourceDocument): Absence[] {
  return tables.flatMap((table) => [...unsigned(table), ...listedAway(table, lineAbove(text, table.start))])
}

/** A sheet that fewer signed is a form, or was signed elsewhere: its blanks say nothing. */
const LEAST_SIGNED = 1 / 2

/** Those who signed are nobody's business here. */
function unsigned(table: Table): Absence[] {
  const columns = { name: PERSON, signed: /签到|签名|签字|到会/, remark: /备注|原因|说明|事由/ }
  const rows = rowsUnder(table, columns, ['name', 'signed']).flatMap(({ name, signed, remark }) => {
    const person = name?.text.replace(/\s/g, '') ?? ''
    return name === null || !isName(person) ? [] : [{ name, person, signed: wordsOf(signed), remark: wordsOf(remark) }]
  })
  const signedRows = rows.filter(({ signed }) => signed !== '' && !AWAY.test(signed)).length
  const isFilled = signedRows >= rows.length * LEAST_SIGNED
  return rows.flatMap(({ name, person, signed, remark }) => {
    const said = [remark, signed].filter((words) => AWAY.test(words))
    const isBlank = signed === '' && isFilled
    if (signed.replace(/\s/g, '') === person || (said.length === 0 && !isBlank)) return []
    const reason = [...said, ...(isBlank ? [remark] : [])].map(reasonOf).find((words) => words !== null) ?? null
    return [{ name: person, reason, start: name.start, end: name.end }]
  })
}

/** 姓名, 原因 under a heading that says that they were away. */
function listedAway(table: Table, heading: string): Absence[] {
  if (![heading, ...table.cells.map(({ text }) => text)].some((words) => /缺席|请假|缺勤|未到|未参加/.test(words)))
    return []
  const columns = { name: PERSON, reason: /^(?:请假|缺席|缺勤|未到会?|未参加)?(?:原因|事由)(?:说明)?$/ }
  return rowsUnder(table, columns, ['name', 'reason']).flatMap(({ name, reason }) => {
    const person = name?.text.replace(/\s/g, '') ?? ''
    return name === null || !isName(person)
      ? []
      : [{ name: person, reason: reasonOf(wordsOf(reason)), start: name.start, end: name.end }]
  })
}

function lineAbove(text: string, start: number): string {
  return text.slice(0, start).trimEnd().split('\n').at(-1) ?? ''
}

function wordsOf(cell: Cell | null): string {
  return cell?.text.trim() ?? ''
}

const PASS_MARK = /(\d{2,3})\s*分(?:及|[（(]含[）)])?以上[^，。；\n]{0,6}(?:及格|合格)/
const USUAL_PASS_MARK = 60

/** How many took a test and passed, of a sheet of results; the names stay on it. */
export function testOnSheets({ text, tables }: SourceDocument): SaidNumber[] {
  const mark = Number(PASS_MARK.exec(text)?.[1] ?? USUAL_PASS_MARK)
  return tables.flatMap((table) => {
    const marks = rowsUnder(table, { name: PERSON, mark: /^(?:测试|考试|理论)?(?:成绩|分数|得分)$/ }, ['name', 'mark'])
      .filter(({ name }) => isName(name?.text.replace(/\s/g, '') ?? ''))
      .flatMap((row) => readNumber(row.mark?.text ?? '') ?? [])
    return marks.length === 0
      ? []
      : counted(table, { entered: marks.length, passed: marks.filter((value) => value >= mark).length })
  })
}

const LATE = /补[缴交]|逾期|迟[缴交]/

/** How many owed dues, paid them in their month, and paid later; the amounts and names stay on the sheet. */
export function duesOnSheets({ tables }: SourceDocument): SaidNumber[] {
  const columns = { name: PERSON, due: /^应[缴交]/, paid: /^(?:实|已)[缴交]/, remark: /备注|说明/ }
  return tables.flatMap((table) => {
    const rows = rowsUnder(table, columns, ['name', 'due', 'paid']).filter(
      ({ name, due }) => isName(name?.text.replace(/\s/g, '') ?? '') && (readNumber(due?.text ?? '') ?? 0) > 0,
    )
    const paying = rows.filter(({ paid }) => (readNumber(paid?.text ?? '') ?? 0) > 0)
    const late = paying.filter(({ remark }) => LATE.test(remark?.text ?? '')).length
    if (rows.length === 0) return []
    return counted(table, { due: rows.length, paid: paying.length - late, ...(late > 0 ? { paidLate: late } : {}) })
  })
}

function counted({ start, end }: Table, values: Partial<Record<SaidNumber['name'], number>>): SaidNumber[] {
  return Object.entries(values).map(([name, value]) => ({ name: name as SaidNumber['name'], value, start, end }))
}
