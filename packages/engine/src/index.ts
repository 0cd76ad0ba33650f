/** The engine's door: everything other rooms may use. */
export { examine } from './examination/examine.ts'
export { type CutDoubt, doubtOfCut } from './examination/doubt-of-cut.ts'
export type * from './examination/examination.ts'
export { proseRoles, type ProseRole, type SentenceAct, sentenceActs } from './examination/prose/sentence-act.ts'
export { actsOfSentences } from './examination/prose/sentence-acts.ts'
export { FEATURE_PLACES, featuresAfter, sentenceFeatures } from './examination/prose/sentence-features.ts'
export { outline } from './outline/outline.ts'
export type { MarkFamily, Part } from './outline/part.ts'
export { annotateDocx, type DocxComment } from './reading/docx/annotate.ts'
export { isUnreadable, LARGEST_FILE, read, type ReadingResources } from './reading/read.ts'
export { heldFiles, type HeldFile } from './reading/held-files.ts'
export { isDocumentName, isHolderName } from './reading/extensions.ts'
export { readableExtensions } from './wording/file-extensions.ts'
export type * from './reading/source-document.ts'
export { isWorkbook } from './reading/source-document.ts'
export { unreadable } from './reading/unreadable.ts'
export { review, type Review, type ReviewOptions } from './review/review.ts'
export type { Finding } from './findings/finding.ts'
export type { CellPlace, FilePlace, Place, TextPlace } from './findings/place.ts'
export type { AnyRule, RuleFacts } from './findings/rule.ts'
export type { FailedRule, RuleRun } from './findings/run-rules.ts'
export { severities, type Severity } from './findings/severity.ts'
export type { RuleSource } from './findings/source.ts'
export type { ReviewContext, ReviewFinding, Rule, RuleFamily, RuleId } from './review/rule.ts'
export { rules } from './review/rules/index.ts'
export { authorOf } from './review/pairs/author.ts'
export { findingsOfPair } from './review/pairs/pair-findings.ts'
export { isListOf } from './review/pairs/own-list.ts'
export { pairRules } from './review/pairs/rules/index.ts'
export { addToIndex, compare, type CompareOptions, compareWithIndex, findCandidates } from './similarity/compare.ts'
export { type Candidate, compactIndex, createIndex, type FingerprintIndex } from './similarity/fingerprint-index.ts'
export {
  type DamagedIndex,
  INDEX_PART,
  type IndexPart,
  isDamaged,
  loadIndex,
  type PartReader,
  saveIndex,
} from './similarity/index-storage.ts'
export type { ComparableDocument } from './similarity/prepared-document.ts'
export type { SharedPassage, SimilarPair } from './similarity/similar-pair.ts'
export type { Span } from './span.ts'
export { findTemplate } from './standards/choose-template.ts'
export type { DocumentKind, Known, MeetingKind, SectionRole } from './standards/field-words.ts'
export {
  type Ledger,
  type LedgerDate,
  type LedgerDuties,
  type LedgerMeasure,
  type LedgerRow,
  readLedger,
  readLedgers,
} from './tables/ledger.ts'
export type { LedgerText } from './tables/cell-text.ts'
export type { LedgerField } from './tables/header-names.ts'
export { guessedHeader, type SaidColumn, withSaidColumns } from './tables/said-columns.ts'
export { campaigns } from './standards/campaigns.ts'
export { meetingTemplates } from './standards/meeting-templates.ts'
export type { MeetingTemplate, TemplateAspect } from './standards/meeting-template.ts'
export { diffLedgers } from './ledgers/diff-ledgers.ts'
export type { CellChange, LedgerDiff, RowPlace, SheetDiff } from './ledgers/ledger-diff.ts'
export { mergeLedgers } from './ledgers/merge-ledgers.ts'
export { writeMerge } from './ledgers/write-merge.ts'
export { openQuestions } from './ledgers/ledger-merge.ts'
export type { LedgerMerge, MergedCell, ReturnedCopy } from './ledgers/ledger-merge.ts'
export { fillWorkbook } from './ledgers/fill/write-fill.ts'
export type { FilledSheet, LedgerFill } from './ledgers/fill/fill-form.ts'
export { type LedgerLint, lintLedger } from './ledgers/lint/lint-ledger.ts'
export type { LedgerFinding, LedgerRule } from './ledgers/lint/ledger-rule.ts'
export { ledgerRules } from './ledgers/lint/rules/index.ts'
export { activeContent, type ActiveContentKind } from './reading/active-content.ts'
export { type FilledTemplate, fillFields } from './reading/docx/fill-fields.ts'
export { placeAfter, type TextChange, textChanges } from './documents/changes/text-changes.ts'
export { claimedFigures, type ClaimedFigure } from './documents/figures/claimed-figures.ts'
export { reconcileDocuments, type Reconciliation } from './documents/reconcile/reconcile-documents.ts'
export { fieldNames, type ReconciledRow, roleNames as reconciledRoleNames } from './documents/reconcile/side-by-side.ts'
export type { ReconcileFinding, ReconcileRule } from './documents/reconcile/reconcile-rule.ts'
export { reconcileRules } from './documents/reconcile/rules/index.ts'
export type { DocumentRole, TracedDocument, TracedProblem } from './documents/reconcile/traced-problem.ts'
export { type CheckedFile, type CheckedMeeting, checkMeetingFolder } from './documents/meeting/check-meeting-folder.ts'
export type { CheckFinding, CheckRule } from './documents/meeting/check-rule.ts'
export { type MeetingDocumentKind, meetingDocumentKinds, meetingDocumentNames } from './standards/meeting-papers.ts'
export { checkRules } from './documents/meeting/rules/index.ts'
export { readMinutes, textsAfter } from './documents/minutes/read-minutes.ts'
export type * from './documents/minutes/minutes.ts'
export { readNotice } from './documents/notice/read-notice.ts'
export type * from './documents/notice/notice.ts'
