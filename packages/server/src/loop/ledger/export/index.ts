export { exportChosen, exportLedger } from './export-ledger.ts'
export { ledgerSummary } from './ledger-summary.ts'
export { deadlineWords } from './words.ts'
