export { exportLedger } from './export-ledger.ts'
export { ledgerSummary } from './ledger-summary.ts'
export { problemFile } from './problem-file.ts'
