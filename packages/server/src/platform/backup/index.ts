export { BackupFailure } from './archive-format.ts'
export { backUp, type BackupSummary } from './back-up.ts'
export { restore } from './restore.ts'
