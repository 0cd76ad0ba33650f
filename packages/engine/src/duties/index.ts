/** The door to what is known of duties: nothing in it reads a document, so a page can have it without the engine. */
export {
  type RecordKind,
  recordKindNames,
  recordKinds,
  type RecordNumber,
  recordNumberNames,
  recordNumbers,
} from '../standards/record-kinds.ts'
