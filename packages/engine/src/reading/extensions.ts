import type { ReadableExtension } from '../wording/file-extensions.ts'
import type { Format } from './source-document.ts'

const WORD: readonly Format[] = ['docx']
const OLD_WORD: readonly Format[] = ['doc', 'wps']
const EXCEL: readonly Format[] = ['xlsx']
const OLD_EXCEL: readonly Format[] = ['xls', 'xlsx', 'excel-xml']
const PAGE: readonly Format[] = ['html']

/** Extensions of files that only hold other files, which are read one by one. */
const HOLDERS = ['zip'] as const

/** Which formats an extension stands for: the formats that are read, by what programs call their files. */
const FORMATS: Readonly<Record<string, readonly Format[]>> = {
  docx: WORD,
  docm: WORD,
  dotx: WORD,
  dotm: WORD,
  doc: OLD_WORD,
  dot: OLD_WORD,
  wps: OLD_WORD,
  wpt: OLD_WORD,
  rtf: ['rtf'],
  odt: ['odt'],
  ott: ['odt'],
  fodt: ['odt'],
  pdf: ['pdf'],
  txt: ['txt', 'md'],
  md: ['md', 'txt'],
  markdown: ['md', 'txt'],
  eml: ['eml'],
  htm: PAGE,
  html: PAGE,
  xml: ['word-xml', 'excel-xml', 'odt', 'ods', 'txt'],
  xlsx: EXCEL,
  xlsm: EXCEL,
  xltx: EXCEL,
  xltm: EXCEL,
  xls: OLD_EXCEL,
  xlt: OLD_EXCEL,
  et: OLD_EXCEL,
  ett: OLD_EXCEL,
  ods: ['ods'],
  ots: ['ods'],
  fods: ['ods'],
  csv: ['csv'],
  tsv: ['csv'],
} satisfies Record<Exclude<ReadableExtension, (typeof HOLDERS)[number]>, readonly Format[]>

/** Extensions of documents that are not read; each is refused by its name, with what to do. */
const REFUSED =
  'ofd ceb mht mhtml xlsb ppt pptx pps ppsx dps dpt odp uof uot uos msg vsd vsdx pages numbers caj rar 7z'.split(' ')

const DOCUMENTS = new Set([...Object.keys(FORMATS), ...HOLDERS, ...REFUSED])

/** True if a file of that name is a document, read or refused; what else lies in a folder (photos, programs) is none. */
export function isDocumentName(name: string): boolean {
  return DOCUMENTS.has(extensionOf(name))
}

/** The formats the extension of a name stands for; undefined if it stands for none that is read. */
export function formatsOfName(name: string): readonly Format[] | undefined {
  return Object.hasOwn(FORMATS, extensionOf(name)) ? FORMATS[extensionOf(name)] : undefined
}

/** A name's extension in small letters, without the point; empty if it has none. */
export function extensionOf(name: string): string {
  return /\.([a-z\d]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** True for the name of what may hold other files: a .zip, and a mail, which is read itself too. */
export function isHolderName(name: string): boolean {
  return [...HOLDERS, 'eml'].includes(extensionOf(name))
}

/** True for the name of a workbook: what a system writes under it, if only a page or lines of fields, stands for one. */
export function isWorkbookName(name: string): boolean {
  const formats = formatsOfName(name)
  return formats === EXCEL || formats === OLD_EXCEL || extensionOf(name) === 'csv'
}
