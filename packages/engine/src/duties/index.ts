/** The door to what is known of duties: nothing in it reads a document, so a page can have it without the engine. */
export { type RecordKind, recordKindNames, recordKinds } from '../standards/record-kinds.ts'
