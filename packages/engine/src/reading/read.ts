import { readCompound } from './compound/read-compound.ts'
import { delimiterOf, readDelimited } from './delimited.ts'
import { readDocx } from './docx/read-docx.ts'
import { extensionOf, formatsOfName, isWorkbookName } from './extensions.ts'
import { fileKind, type FileKind } from './file-kind.ts'
import { readHtml } from './html.ts'
import { looksLikeMarkdown, readMarkdown } from './markdown.ts'
import { readMail } from './mail/read-mail.ts'
import { readOdf } from './odf/read-odf.ts'
import { readOfficeXml } from './office-xml/read-office-xml.ts'
import { readPdf } from './pdf/read-pdf.ts'
import { readPlainText } from './plain-text.ts'
import { ReadingRefusal } from './refusal.ts'
import { readRtf } from './rtf/read-rtf.ts'
import type { Format, SourceDocument, Unreadable } from './source-document.ts'
import { afterChinese, unreadable } from './unreadable.ts'
import { readXls } from './xls/read-xls.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

/** What reading needs from the platform; without it PDF files with old Chinese encodings cannot be read. */
export interface ReadingResources {
  /** The bytes of one of pdfjs-dist's character maps, e.g. "GBK-EUC-H". */
  readonly characterMap?: (name: string) => Promise<Uint8Array>
}

/** Files above this size in bytes are refused before they are looked into. */
export const LARGEST_FILE = 100 * 1024 * 1024

type Reader = (
  bytes: Uint8Array,
  name: string,
  resources: ReadingResources,
) => SourceDocument | Unreadable | Promise<SourceDocument | Unreadable>

const READERS: Readonly<Record<FileKind, Reader>> = {
  docx: readDocx,
  xlsx: readXlsx,
  odf: readOdf,
  compound: readCompound,
  xls: readXls,
  pdf: readPdf,
  rtf: readRtf,
  'office-xml': readOfficeXml,
  mail: readMail,
  html: readHtml,
  text: readText,
}

/**
 * Reads a file by its content; the name decides only between plain text and Markdown, and between .doc and .wps,
 * which are the same inside. Never throws: what cannot be read comes back as `Unreadable` with what happened and what
 * to do.
 */
export async function read(
  bytes: Uint8Array,
  name: string,
  resources: ReadingResources = {},
): Promise<SourceDocument | Unreadable> {
  if (bytes.length === 0) return unreadable(name, 'empty')
  if (bytes.length > LARGEST_FILE) return unreadable(name, 'too_large')
  try {
    const kind = fileKind(bytes, name)
    const result = await READERS[kind](bytes, name, resources)
    return isUnreadable(result) || kind === 'html' ? result : withNameNote(result)
  } catch (error) {
    if (error instanceof ReadingRefusal) return unreadable(name, error.reason, error.what, error.todo)
    // Readers refuse what they foresee; anything else comes from bytes nobody foresaw.
    return unreadable(name, 'damaged')
  }
}

/** True if the file could not be read or written. */
export function isUnreadable<Result extends object>(result: Result | Unreadable): result is Unreadable {
  return 'reason' in result && 'todo' in result
}

function readText(bytes: Uint8Array, name: string): SourceDocument | Unreadable {
  const [expected] = formatsOfName(name) ?? []
  if (expected === 'md') return readMarkdown(bytes, name)
  if (expected === 'csv') return readDelimited(bytes, name)
  const plain = readPlainText(bytes, name)
  if (!isUnreadable(plain)) {
    // Systems export lines of fields and call them a workbook.
    if (isWorkbookName(name) && delimiterOf(plain.text) === '\t') return readDelimited(bytes, name)
    return looksLikeMarkdown(plain.text) ? readMarkdown(bytes, name) : plain
  }
  // What calls itself a Word document and is nothing we know was one before it was damaged.
  const isOther = expected !== undefined && expected !== 'txt'
  return plain.reason === 'unsupported' && isOther ? unreadable(name, 'damaged') : plain
}

/** What people call each format, to follow "内容其实是". */
const FORMAT_NAMES: Readonly<Record<Format, string>> = {
  docx: 'Word 文档（.docx）',
  doc: '旧版 Word 文档（.doc）',
  wps: 'WPS 文档（.wps）',
  'word-xml': 'Word 的 XML 文件',
  rtf: 'RTF 文件',
  odt: 'OpenDocument 文档（.odt）',
  pdf: 'PDF 文件',
  html: '网页（HTML）',
  eml: '邮件（.eml）',
  txt: '纯文本',
  md: '纯文本',
  xlsx: 'Excel 工作簿（.xlsx）',
  xls: '旧版 Excel 工作簿（.xls）',
  'excel-xml': 'Excel 的 XML 文件',
  ods: 'OpenDocument 表格（.ods）',
  csv: '分隔符分开的文字表格',
}

function withNameNote(document: SourceDocument): SourceDocument {
  const expected = formatsOfName(document.name)
  if (!expected || expected.includes(document.format)) return document
  const actual = afterChinese(FORMAT_NAMES[document.format])
  const note = `文件名的后缀是 .${extensionOf(document.name)}，内容其实是${actual}，已按内容读取。`
  return { ...document, notes: [note, ...document.notes] }
}
