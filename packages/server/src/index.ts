/** The service's door: what the command line and the build need of it. */
export { type RunningServer, startServer } from './server.ts'
export { type Diagnosis, examine } from './doctor/examine.ts'
export { explainFailure } from './explain-failure.ts'
export {
  ConfigFailure,
  readConfig,
  type ServerConfig,
  settingsOfEnvironment,
  settingsOfServer,
} from './platform/config.ts'
export { startEmbedded } from './platform/database/embedded.ts'
export { migrate, readiness } from './platform/database/migrate.ts'
export { type Field, fieldsOf, parameterOf } from './platform/http/api-fields.ts'
export { BackupFailure, type BackupSummary, type Signer } from './platform/backup/index.ts'
export { restoreBackup, saveBackup, verifyBackup } from './backups.ts'
export { damagedFiles, verifyFiles } from './files.ts'
export { printAnchor, verifyAudit } from './anchors.ts'
export { verifyChain } from './platform/audit/index.ts'
export { openDatabase } from './platform/database/open-database.ts'
export { rescue } from './setup/rescue.ts'
export { setUpCity } from './setup/set-up-city.ts'
export { setUpFirst } from './setup/set-up-first.ts'
export { type FirstAccount, isNew } from './setup/set-up.ts'
