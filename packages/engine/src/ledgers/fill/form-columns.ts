import { headerWords } from '../../tables/header-match.ts'
import type { LedgerField } from '../../tables/header-names.ts'
import { bigramsOf, dice } from '../../wording/likeness.ts'
import type { SheetColumn, SheetView } from '../sheet-view.ts'

/** A column of the form and the column of the data that goes into it. */
export interface FormColumn {
  readonly form: number
  readonly data: number
  readonly field: LedgerField
  readonly header: string
}

/** Fields that may stand in for each other where the form asks for one and the data has the other. */
const STAND_INS: Readonly<Partial<Record<LedgerField, readonly LedgerField[]>>> = {
  result: ['progress'],
  progress: ['result'],
  opinion: ['problem'],
  problem: ['opinion', 'manifestation'],
  manifestation: ['problem'],
}

/**
 * Which column of the data goes into which of the form: by header, then by what it holds (责任部门 and 责任科室 are both
 * the unit), the likeliest header first. A column of the data goes into one column only.
 */
export function formColumns(form: SheetView, data: SheetView): FormColumn[] {
  const open = { form: [...form.columns], data: [...data.columns] }
  const found: FormColumn[] = []
  const take = (a: SheetColumn, b: SheetColumn): void => {
    found.push({ form: a.index, data: b.index, field: a.field === 'unknown' ? b.field : a.field, header: a.header })
    open.form.splice(open.form.indexOf(a), 1)
    open.data.splice(open.data.indexOf(b), 1)
  }
  const steps: readonly ((a: SheetColumn, b: SheetColumn) => boolean)[] = [
    (a, b) => nameOf(a) !== '' && nameOf(a) === nameOf(b),
    (a, b) => a.field !== 'unknown' && a.field === b.field,
    (a, b) => STAND_INS[a.field]?.includes(b.field) === true,
  ]
  for (const fits of steps) {
    const pairs = open.form.flatMap((a) =>
      open.data.filter((b) => fits(a, b)).map((b) => ({ a, b, alike: alike(a, b) })),
    )
    for (const { a, b } of pairs.toSorted((one, other) => other.alike - one.alike)) {
      if (open.form.includes(a) && open.data.includes(b)) take(a, b)
    }
  }
  return found.toSorted((a, b) => a.form - b.form)
}

function nameOf({ header }: SheetColumn): string {
  return headerWords(header.split('|').at(-1) ?? '')
}

function alike(a: SheetColumn, b: SheetColumn): number {
  return dice(bigramsOf(nameOf(a)), bigramsOf(nameOf(b)))
}
