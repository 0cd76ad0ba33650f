export { fileStore } from './file-store.ts'
export { mediaTypeOf, nameFor } from './media-type.ts'
export { readDocument } from './read-document.ts'
export { storeFile } from './store-file.ts'
