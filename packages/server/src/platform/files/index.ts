import type { Feature } from '../feature.ts'
import { fileTasks } from './damaged-files.ts'
import { fileRoutes } from './routes.ts'
import { verifyFilesEachNight } from './verify-files.ts'

export { type CheckedFile, checkedFile } from './checked-file.ts'
export { fileNameOf } from './file-name.ts'
export { fileStore } from './file-store.ts'
export { mediaTypeOf } from './media-type.ts'
export { storeFile } from './store-file.ts'
export { damagedFiles } from './damaged-files.ts'
export { markFiles } from './queries.ts'
export { readStored, wholeBytes } from './read-stored.ts'
export { verifyFiles } from './verify-files.ts'

export const files: Feature = {
  name: 'files',
  routes: fileRoutes,
  jobs: [verifyFilesEachNight],
  tasks: fileTasks,
}
