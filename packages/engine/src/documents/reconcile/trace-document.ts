import { isWorkbook, type SourceDocument } from '../../reading/source-document.ts'
import { proseProblems } from './prose-problems.ts'
import { roleOfDocument } from './role-of-document.ts'
import { tableProblems } from './table-problems.ts'
import type { TracedDocument } from './traced-problem.ts'

/**
 * A document with its role and the problems it lists, from its tables or its text, whichever lists more; null if it is no
 * paper of a rectification.
 */
export function traceDocument(path: string, document: SourceDocument): TracedDocument | null {
  const known = roleOfDocument(document)
  if (known === null) return null
  const { role, reason } = known
  const inTables = tableProblems(document)
  const inText = isWorkbook(document) ? [] : proseProblems(document, role)
  return { path, role, reason, document, problems: inTables.length >= inText.length ? inTables : inText }
}
