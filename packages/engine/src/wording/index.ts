/** The engine's door to words: everything other rooms may read and write them with; it brings no reader of files along. */
export { readDate } from './chinese-date.ts'
export { columnLetters } from './column-letters.ts'
export { escapeMarkup } from './escape-markup.ts'
export { meetingNames } from './meeting-names.ts'
export { sectionNames } from './section-names.ts'
export { oneLine, shortened } from './shorten.ts'
