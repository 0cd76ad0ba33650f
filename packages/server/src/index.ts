/** The service's door: what the command line and the build need of it. */
export { AlreadyRunning, type RunningServer, startServer } from './server.ts'
export { ConfigFailure, readConfig, type ServerConfig, settingsOfServer } from './config.ts'
export { EmbeddedFailure } from './database/embedded.ts'
export { backUp, BackupFailure, type BackupSummary, restore } from './backup/index.ts'
export { verifyChain } from './audit/index.ts'
export { openDatabase } from './database/open-database.ts'
export { setUpFirst } from './setup/set-up-first.ts'
export { type FirstAccount, isNew } from './setup/set-up.ts'
