import { isUnreadable } from '../../reading/read.ts'
import type { SourceDocument, Unreadable } from '../../reading/source-document.ts'
import { readDropDownLists } from '../../reading/xlsx/drop-down-lists.ts'
import { editWorkbook } from '../../reading/xlsx/editing/edit-workbook.ts'
import { fillForm, type LedgerFill } from './fill-form.ts'

/** The form as a workbook with the data written into it, and how; `form` is what was read from `bytes`. */
export function fillWorkbook(
  bytes: Uint8Array,
  form: SourceDocument,
  data: SourceDocument,
): { readonly fill: LedgerFill; readonly workbook: Uint8Array } | Unreadable {
  const lists = readDropDownLists(bytes, form.name)
  if (isUnreadable(lists)) return lists
  const fill = fillForm(form, data, lists)
  const workbook = editWorkbook(bytes, form.name, fill.edits)
  return isUnreadable(workbook) ? workbook : { fill, workbook }
}
