/** The room's door: what a run found out, and how it is shown. Runs in Node and in browsers. */
export { pairFindings, compareDocuments, reportPairs, toComparable } from './outcome/compare-documents.ts'
export { fileName } from './outcome/file-name.ts'
export { roleOfName, roleOfPath } from './outcome/material-files.ts'
export { countBySeverity, isReviewed, partResults } from './outcome/outcome.ts'
export type * from './outcome/outcome.ts'
export { type Place, placesOf } from './outcome/places.ts'
export { reviewDocument, type ReviewSettings } from './outcome/review-document.ts'
export { factsOf, type RuleFacts, ruleFacts } from './outcome/rule-facts.ts'
export { similaritySentence } from './outcome/similarity-sentence.ts'
export type { Suppression } from './outcome/suppressions.ts'
export { familyNames } from './outcome/words.ts'
export { type JsonResult, jsonResultSchema, resultJsonSchema, toJsonResult } from './json/json-result.ts'
export type { Paint } from './text/paint.ts'
export { toText } from './text/text.ts'
export { writeArchive } from './archive/archive.ts'
export { resultPage, toPageDocuments } from './html/result-page.ts'
export { toPageDocument } from './html/page-document.ts'
export { toPageOverview } from './html/page-overview.ts'
export {
  type AnnotatedCopy,
  annotatedCopy,
  canBeAnnotated,
  commentedCopy,
  findingComment,
} from './word/annotated-copy.ts'
export { toWorkbook } from './workbook/workbook.ts'
export { type CellValue, type Column, type Sheet, writeXlsx } from './workbook/xlsx-writer.ts'
export { html, type Markup, type StaticPage, staticPage } from './static-page/static-page.ts'
export { diffReport } from './ledger/diff-report.ts'
export { fillReport } from './ledger/fill-report.ts'
export { plainJson } from './plain/plain-json.ts'
export { lintReport } from './ledger/lint-report.ts'
export { mergeReport } from './ledger/merge-report.ts'
export { toldApart } from './ledger/told-apart.ts'
export { type PdfBlock, type PdfDocument, plainPdf } from './pdf/plain-pdf.ts'
export { plainBody, plainPage } from './plain/plain-page.ts'
export type { PlainReport } from './plain/plain-report.ts'
export { plainText } from './plain/plain-text.ts'
export { plainWorkbook } from './plain/plain-workbook.ts'
export { type OfficialBlock, type OfficialDocument, officialDocument } from './word/official-document.ts'
export {
  ledgerSheet,
  type LedgerSheetFacts,
  type LedgerSheetMeasure,
  type LedgerSheetProblem,
} from './ledger/ledger-sheet.ts'
export { reconcileReport } from './reconcile/reconcile-report.ts'
export { checkReport } from './check/check-report.ts'
export { reportStyle } from './static-page/static-style.ts'
export { type LeftOut, passedOverWords, withLeftOut } from './plain/unread-files.ts'
