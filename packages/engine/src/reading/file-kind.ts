import { packageOf } from './office-package.ts'
import { ReadingRefusal } from './refusal.ts'
import { decodeText } from './text-encoding.ts'
import { afterChinese } from './unreadable.ts'
import { zipPackage, type ZipPackage } from './zip-package.ts'

/**
 * The kinds of content `read` tells apart. `compound` is the container of .doc, .wps, .xls and of encrypted new files,
 * `xls` a workbook of those without its container, `office-xml` Office's files of one XML.
 */
export type FileKind =
  | 'docx'
  | 'xlsx'
  | 'odf'
  | 'compound'
  | 'xls'
  | 'pdf'
  | 'rtf'
  | 'office-xml'
  | 'mail'
  | 'html'
  | 'text'

/** The beginning of a kind of file nobody can read a text from. */
interface Signature {
  /** Bytes in hexadecimal, ".." for any byte. */
  readonly bytes: string
  /** What it is, to follow "是". */
  readonly what: string
  readonly todo?: string
}

const TO_DOCX = '请在 Word 或 WPS 中打开，另存为 .docx'
const TO_XLSX = '请在 Excel 或 WPS 中打开，另存为 .xlsx'
const PICTURE = { what: '图片', todo: '请提供文字版，或先用文字识别软件转换并校对' }
const ARCHIVE = { what: '压缩包', todo: '请先解压，再读取其中的文件' }
const PROGRAM = { what: '程序', todo: '不要打开它，请向提供者核实来源' }
const RECORDING = { what: '音频或视频', todo: '请提供文字稿' }

const SIGNATURES: readonly Signature[] = [
  { bytes: '89504e470d0a1a0a', ...PICTURE },
  { bytes: 'ffd8ff', ...PICTURE },
  { bytes: '47494638..61', ...PICTURE },
  { bytes: '424d........00000000', ...PICTURE },
  { bytes: '49492a00', ...PICTURE },
  { bytes: '4d4d002a', ...PICTURE },
  { bytes: '52494646........57454250', ...PICTURE },
  { bytes: '........6674797068656963', ...PICTURE },
  { bytes: '526172211a07', ...ARCHIVE },
  { bytes: '377abcaf271c', ...ARCHIVE },
  { bytes: '1f8b08', ...ARCHIVE },
  { bytes: '425a68..314159265359', ...ARCHIVE },
  { bytes: 'fd377a585a00', ...ARCHIVE },
  { bytes: '4d5a..00', ...PROGRAM },
  { bytes: '4d5a....0000', ...PROGRAM },
  { bytes: '7f454c46', ...PROGRAM },
  { bytes: 'cafebabe', ...PROGRAM },
  { bytes: 'cffaedfe', ...PROGRAM },
  { bytes: '4c00000001140200', what: '快捷方式', todo: '请提供它指向的文件' },
  { bytes: '........66747970', ...RECORDING },
  { bytes: '494433', ...RECORDING },
  { bytes: '52494646', ...RECORDING },
  { bytes: 'dba52d00', what: 'Word 2.0 的文件', todo: TO_DOCX },
  { bytes: '9ba52100', what: 'Word 1.0 的文件', todo: TO_DOCX },
  { bytes: 'ff575043', what: 'WordPerfect 的文件', todo: TO_DOCX },
  { bytes: '09000400', what: 'Excel 2.0 的工作簿', todo: TO_XLSX },
  { bytes: '09020600', what: 'Excel 3.0 的工作簿', todo: TO_XLSX },
  { bytes: '09040600', what: 'Excel 4.0 的工作簿', todo: TO_XLSX },
  { bytes: '0e11fca00d', what: '旧版 WPS 文件', todo: '请在 WPS 中打开，另存为 .docx' },
  { bytes: '466f756e6465722043454220', what: 'CEB 版式文件', todo: '请导出为 .pdf（文字版）或 .docx' },
]

const OTHER_PACKAGES: readonly { readonly part: RegExp; readonly what: string; readonly todo: string }[] = [
  { part: /^ppt\//i, what: '演示文稿', todo: '请把要审的文字另存为 .docx' },
  { part: /^(?:[^/]+\/)?OFD\.xml$/i, what: 'OFD 版式文件', todo: '请在阅读器中导出为 .pdf（文字版）或 .docx' },
  { part: /^xl\/workbook\.bin$/i, what: '二进制的 Excel 工作簿（.xlsb）', todo: TO_XLSX },
  { part: /^uof\.xml$/i, what: '标文通文件（UOF）', todo: '请在 WPS 中打开，另存为 .docx 或 .xlsx' },
]

/**
 * What kind of file the bytes are, by their content; the name decides only whether tags at the beginning of a text are
 * a web page. Throws a `ReadingRefusal`, for what is recognised but not read (pictures, archives …) with its name and
 * what to do.
 */
export function fileKind(bytes: Uint8Array, name: string): FileKind {
  if (startsWith(bytes, 'd0cf11e0a1b11ae1')) return 'compound'
  if (isZip(bytes)) return packageKind(bytes)
  if (startsWith(bytes, '09081000') || startsWith(bytes, '09080800')) return 'xls'
  if (startsWith(bytes, '7b5c727466') || startsWith(bytes, 'efbbbf7b5c727466')) return 'rtf'
  if (indexOfPdfHeader(bytes) >= 0) return 'pdf'
  const known = SIGNATURES.find((signature) => startsWith(bytes, signature.bytes))
  if (known) throw new ReadingRefusal('unsupported', `是${afterChinese(known.what)}，不能读取`, known.todo)
  return textKind(bytes, name)
}

/** True for a zip file, whatever is in it. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, '504b0304') || startsWith(bytes, '504b0506')
}

function packageKind(bytes: Uint8Array): FileKind {
  const zip = zipPackage(bytes)
  const kind = officeKind(zip)
  if (kind !== undefined) return kind
  const { what, todo } = otherPackage(zip) ?? ARCHIVE
  throw new ReadingRefusal('unsupported', `是${afterChinese(what)}，不能读取`, todo)
}

/** The kind of document a zip is the package of; undefined for other packages and for archives of files. */
function officeKind(zip: ZipPackage): FileKind | undefined {
  if (otherPackage(zip) !== undefined) return undefined
  if (hasPart(zip, /^word\//i)) return 'docx'
  if (hasPart(zip, /^xl\//i)) return 'xlsx'
  if (hasPart(zip, /^content\.xml$/i)) return 'odf'
  const main = hasPart(zip, /^\[Content_Types\]\.xml$/i) ? packageOf(zip).kind : 'other'
  return main === 'word' ? 'docx' : main === 'excel' ? 'xlsx' : undefined
}

/** True for a zip of files, false for one that is itself a document. */
export function isArchive(zip: ZipPackage): boolean {
  return officeKind(zip) === undefined && otherPackage(zip) === undefined
}

function otherPackage(zip: ZipPackage): (typeof OTHER_PACKAGES)[number] | undefined {
  return OTHER_PACKAGES.find(({ part }) => hasPart(zip, part))
}

function hasPart({ entries }: ZipPackage, part: RegExp): boolean {
  return entries.some(({ name }) => part.test(name))
}

/** Tags a page begins with; what a system exports as .doc or .xls may be no more than a piece of one. */
const PAGE_TAGS = /^<(?:!doctype\s+html|html|head|body|meta)\b/i
const PIECE_TAGS =
  /^<(?:table|style|div|p|span|center|font|title|link|script|h[1-6]|tr|thead|tbody|caption|b|br|ul|ol|form|section|article)\b/i

/** Markup languages are told by the first tags; a Markdown file may begin with a table of HTML, which is no page. */
function textKind(bytes: Uint8Array, name: string): FileKind {
  const beginning = withoutComments(decodeText(bytes.subarray(0, 64_000))?.text ?? '').slice(0, 4000)
  if (/^<\?xml\b|^<(?:w:wordDocument|pkg:package|(?:ss:)?Workbook|office:document)\b/.test(beginning)) {
    if (/<uof:UOF\b/i.test(beginning))
      throw new ReadingRefusal('unsupported', '是标文通文件（UOF），不能读取', '请在 WPS 中打开，另存为 .docx 或 .xlsx')
    if (/<\?mso-application|<(?:w:wordDocument|pkg:package|office:document)\b|office:spreadsheet/.test(beginning))
      return 'office-xml'
  }
  if (isMail(beginning, name)) return 'mail'
  if (
    /^(?:MIME-Version:|From: <[^>\n]{0,80}(?:Microsoft|Saved|保存)|Content-Type: multipart\/related)/i.test(beginning)
  )
    throw new ReadingRefusal('unsupported', '是单个文件网页（.mht），不能读取', TO_DOCX)
  const tags = beginning.replace(/^<\?xml[^<>]{0,200}\?>\s{0,20}/, '')
  const isPiece = PIECE_TAGS.test(tags) && !/\.(?:txt|md|markdown)$/i.test(name) && /\.\w/.test(name)
  return PAGE_TAGS.test(tags) || isPiece ? 'html' : 'text'
}

/** A mail by its name, or by the lines at its beginning, which tell how it came. */
function isMail(beginning: string, name: string): boolean {
  if (/\.mht(?:ml)?$/i.test(name) || /^From: <[^>\n]{0,80}(?:Microsoft|Saved|保存)/i.test(beginning)) return false
  const isHeaded = /^[A-Za-z][\w-]{1,60}:[ \t]/.test(beginning) && /^(?:From|Subject|To):/im.test(beginning)
  if (/\.eml$/i.test(name)) return isHeaded
  return (
    isHeaded &&
    /^(?:Received|Return-Path|Delivered-To|Message-ID):/im.test(beginning) &&
    /^MIME-Version:/im.test(beginning)
  )
}

/** Comments say nothing; a page may begin with long ones. */
function withoutComments(text: string): string {
  let rest = text.trimStart()
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->')
    if (end < 0) return rest
    rest = rest.slice(end + 3).trimStart()
  }
  return rest
}

/** The header may stand behind other bytes, within the first 1,024 (ISO 32000-1 annex H, note 13). */
function indexOfPdfHeader(bytes: Uint8Array): number {
  for (let at = 0; at < Math.min(1024, bytes.length - 5); at++) {
    if (bytes[at] === 0x25 && startsWith(bytes.subarray(at), '255044462d')) return at
  }
  return -1
}

function startsWith(bytes: Uint8Array, pattern: string): boolean {
  for (let i = 0; i < pattern.length; i += 2) {
    const digits = pattern.slice(i, i + 2)
    if (digits === '..') continue
    if (bytes[i / 2]?.toString(16).padStart(2, '0') !== digits) return false
  }
  return true
}
