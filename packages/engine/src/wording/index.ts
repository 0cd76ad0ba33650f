/** The engine's door to words: everything other rooms may read and write them with; it brings no reader of files along. */
export { bigramIndex } from './bigram-index.ts'
export { writtenIn } from './cell-words.ts'
export { columnLetters, columnNumber } from './column-letters.ts'
export { daysAfter, daysBetween } from './days.ts'
export { documentKindNames } from './document-kind-names.ts'
export { dutyOfHeader } from './duty-headers.ts'
export { escapeMarkup } from './escape-markup.ts'
export { type FigureId, figureIds } from './figure-ids.ts'
export { type FigureSubject, type FigureTerm, figureTerms } from './figure-terms.ts'
export { readableExtensions } from './file-extensions.ts'
export { withoutLeadingNumber } from './leading-number.ts'
export { bigramsOf } from './likeness.ts'
export { meetingNames } from './meeting-names.ts'
export { namesInCell } from './names-in-cell.ts'
export { type NamedPost, type PostPlace, postNamed } from './post-words.ts'
export { onlyPlaceOf, originInWords, originsIn, type OriginWords, versionNamed } from './origin-words.ts'
export { progressEntriesIn } from './progress-entries.ts'
export { sectionNames } from './section-names.ts'
export { firstOf, oneLine, shortened } from './shorten.ts'
export { severitiesInWords, severityNames } from './severity-names.ts'
export { sourceNamed } from './source-words.ts'
export { dayNamed, lastDayIn, termIn } from './terms.ts'
export { unitKindNamed } from './unit-kinds.ts'
export { unitsLedIn } from './units-led.ts'
export { wordCount } from './word-count.ts'
export { dateInChinese, datesInChinese } from './write-date.ts'
export {
  type DocumentKind,
  documentKinds,
  type Known,
  type MeetingKind,
  meetingKinds,
  type SectionRole,
  sectionRoles,
} from '../standards/field-words.ts'
export type { MeetingTemplate, TemplateAspect } from '../standards/meeting-template.ts'
