export { confirmLedgerImport } from './confirm-ledger-import.ts'
export { mendLedgerImport, readLedgerImport } from './mend-ledger-import.ts'
export { previewLedgerImport } from './preview-ledger-import.ts'
