import { contentOf } from '../cell-content.ts'
import type { SheetView } from '../sheet-view.ts'
import { type DataItem, itemsOf, subjectColumn, wordsIn } from './data-items.ts'
import { type FormColumn, formColumns } from './form-columns.ts'

/** A sheet of the data that goes into a sheet of the form. */
export interface FormSource {
  readonly sheet: SheetView
  readonly columns: readonly FormColumn[]
  readonly items: readonly DataItem[]
}

/** Problems of a sheet of the data that were not written into the form, and why. */
export interface LeftItems {
  readonly sheet: string
  readonly problems: number
  /** repeated: another sheet of the data says the same. no_place: the form has no column for what they are about. */
  readonly why: 'repeated' | 'no_place'
}

/**
 * Which sheets of the data go into which of the form, each into the one that has most of its columns, by name if several
 * have; a sheet of the form none goes into is filled from the one that has most of its columns.
 */
export function formSources(
  forms: readonly SheetView[],
  data: readonly SheetView[],
): { readonly of: ReadonlyMap<SheetView, readonly FormSource[]>; readonly left: readonly LeftItems[] } {
  const sources = data.map((sheet) => ({ sheet, items: itemsOf(sheet) })).filter(({ items }) => items.length > 0)
  const left: LeftItems[] = []
  const of = new Map<SheetView, FormSource[]>(forms.map((form) => [form, []]))
  const seen = new Set<string>()
  for (const { sheet, items } of sources) {
    const form = best(forms, (each) => score(each, sheet))
    const columns = form === undefined ? [] : formColumns(form, sheet)
    if (form === undefined || !hasSubject(columns, sheet)) {
      left.push({ sheet: sheet.name, problems: items.length, why: 'no_place' })
      continue
    }
    const keys = items.map((item) => keyOf(item, columns))
    const own = items.filter((_, i) => !seen.has(keys[i] ?? ''))
    for (const key of keys) seen.add(key)
    if (own.length < items.length)
      left.push({ sheet: sheet.name, problems: items.length - own.length, why: 'repeated' })
    of.get(form)?.push({ sheet, columns, items: own })
  }
  for (const form of forms.filter((each) => of.get(each)?.length === 0)) {
    const source = best(sources, ({ sheet }) => score(form, sheet))
    const columns = source === undefined ? [] : formColumns(form, source.sheet)
    if (source !== undefined && hasSubject(columns, source.sheet)) of.set(form, [{ ...source, columns }])
  }
  return { of, left }
}

function hasSubject(columns: readonly FormColumn[], sheet: SheetView): boolean {
  const subject = subjectColumn(sheet)
  return columns.some(({ data }) => data === subject)
}

function score(form: SheetView, source: SheetView): number {
  return formColumns(form, source).length + (source.name === form.name ? 0.5 : 0)
}

function best<Each>(among: readonly Each[], of: (each: Each) => number): Each | undefined {
  return among.toSorted((a, b) => of(b) - of(a))[0]
}

/** What an item says in the form's columns, its number apart. */
function keyOf(item: DataItem, columns: readonly FormColumn[]): string {
  return columns
    .filter(({ field }) => field !== 'number')
    .map(({ form, data, field }) => `${form}:${contentOf(wordsIn(item, data), field)}`)
    .join('|')
}
