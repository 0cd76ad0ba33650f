export { type FileStore, fileStore } from './file-store.ts'
export { mediaTypeOf } from './media-type.ts'
export { storeFile } from './store-file.ts'
