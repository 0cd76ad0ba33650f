import type { SourceDocument, Table } from '../../reading/source-document.ts'
import { isName } from '../../wording/name-patterns.ts'
import { readNumber } from '../../wording/number-text.ts'
import { rowsUnder } from './columns-named.ts'
import type { Absence, SaidNumber } from './minutes.ts'

const PERSON = /^(?:党员)?姓名$/
const AWAY = /假|缺席|缺勤|出差|公差|公务|未到|未参加|外出|住院|培训|值班|因/

/** Who a sign-in sheet marks as away; those who signed are nobody's business here. */
export function awayOnSheets({ tables }: SourceDocument): Absence[] {
  const columns = { name: PERSON, signed: /签到|签名|签字|到会/, remark: /备注|原因|说明/ }
  return tables.flatMap((table) =>
    rowsUnder(table, columns, ['name', 'signed']).flatMap(({ name, signed, remark }) => {
      const said = [remark, signed].flatMap((cell) => cell?.text.trim() || []).filter((words) => AWAY.test(words))
      const person = name?.text.replace(/\s/g, '') ?? ''
      const isSigned = signed !== null && signed.text.replace(/\s/g, '') === person
      if (name === null || !isName(person) || isSigned || said.length === 0) return []
      const reason = said.find((words) => !/^(?:请假|缺席|缺勤|未到|未参加)$/.test(words)) ?? null
      return [{ name: person, reason, start: name.start, end: name.end }]
    }),
  )
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
