/** Files that cannot be read, small ones, each with the reason the engine should give. */
import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from './xlsx.ts'

interface DamagedFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** One of the engine's `UnreadableReason`s; more than one where either is right; null if the file can be read. */
  readonly reason: readonly string[] | null
}

/** The files, made from a healthy .docx. */
export function damagedFiles(docx: Uint8Array): DamagedFile[] {
  return [
    { name: '空文件.docx', bytes: new Uint8Array(0), reason: ['empty'] },
    { name: '空文件.txt', bytes: new Uint8Array(0), reason: ['empty'] },
    { name: '传输中断.docx', bytes: docx.slice(0, Math.floor(docx.length * 0.6)), reason: ['damaged'] },
    { name: '中段损坏.docx', bytes: corrupted(docx), reason: ['damaged'] },
    { name: '已加密.docx', bytes: encryptedPackage(), reason: ['encrypted'] },
    { name: '实体炸弹.docx', bytes: docxWith(entityBomb), reason: ['bomb', 'damaged'] },
    { name: '压缩炸弹.docx', bytes: zipBomb(), reason: ['bomb'] },
    { name: '图片改名.docx', bytes: png, reason: ['unsupported'] },
    {
      name: '表格改名.docx',
      bytes: writeXlsx([
        {
          name: '台账',
          rows: [
            ['序号', '问题'],
            ['1', '学习不够经常'],
          ],
        },
      ]),
      reason: null,
    },
    { name: '旧表格改名.docx', bytes: compoundFile('Workbook', new Uint8Array(4096)), reason: ['damaged'] },
    { name: '扫描件.pdf', bytes: scannedPdf(), reason: ['scanned'] },
    { name: '扫描件中断.pdf', bytes: scannedPdf().slice(0, 120), reason: ['damaged'] },
    {
      name: '不是文档.docx',
      bytes: zipSync({ 'readme.txt': strToU8('不是 Word 文档') }, fixed),
      reason: ['unsupported', 'damaged'],
    },
  ]
}

// A fixed date keeps the bytes the same on every run.
const fixed = { level: 9, mtime: new Date(2025, 0, 1) } as const

function corrupted(docx: Uint8Array): Uint8Array {
  const bytes = docx.slice()
  const middle = Math.floor(bytes.length / 3)
  for (let at = middle; at < middle + 400; at++) bytes[at] = (at * 151) & 0xff
  return bytes
}

const entityBomb =
  '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "批评与自我批评批评与自我批评">' +
  ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
    .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefgh'[index]};`.repeat(10)}">`)
    .join('') +
  ']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>'

const contentTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const relationships =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

function docxWith(documentXml: string): Uint8Array {
  return zipSync(
    {
      '[Content_Types].xml': strToU8(contentTypes),
      '_rels/.rels': strToU8(relationships),
      'word/document.xml': strToU8(documentXml),
    },
    fixed,
  )
}

/** Ten parts that share nothing but emptiness: 60 MB of spaces in the document part, a few dozen KB on disk. */
function zipBomb(): Uint8Array {
  const start = strToU8(
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>',
  )
  const size = 60 * 1024 * 1024
  const part = new Uint8Array(size).fill(0x20)
  part.set(start)
  return zipSync(
    { '[Content_Types].xml': strToU8(contentTypes), '_rels/.rels': strToU8(relationships), 'word/document.xml': part },
    fixed,
  )
}

/** An encrypted .docx is a compound file with the streams EncryptionInfo and EncryptedPackage. */
function encryptedPackage(): Uint8Array {
  return compoundFile(
    'EncryptedPackage',
    new Uint8Array(4608).map((_, index) => (index * 197 + (index >> 3)) & 0xff),
    'EncryptionInfo',
  )
}

const sector = 512

/** The smallest valid compound file (MS-CFB, version 3) with one stream of at least 4,096 bytes and perhaps a second, empty one. */
function compoundFile(name: string, content: Uint8Array, second?: string): Uint8Array {
  const sectors = Math.ceil(content.length / sector)
  const bytes = new Uint8Array((3 + sectors) * sector)
  const view = new DataView(bytes.buffer)
  const put32 = (at: number, value: number): void => view.setUint32(at, value >>> 0, true)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  view.setUint16(0x18, 0x3e, true)
  view.setUint16(0x1a, 3, true)
  view.setUint16(0x1c, 0xfffe, true)
  view.setUint16(0x1e, 9, true)
  view.setUint16(0x20, 6, true)
  put32(0x2c, 1)
  put32(0x30, 1)
  put32(0x38, 4096)
  put32(0x3c, 0xfffffffe)
  put32(0x44, 0xfffffffe)
  for (let index = 0; index < 109; index++) put32(0x4c + index * 4, index === 0 ? 0 : 0xffffffff)
  const table = sector
  for (let index = 0; index < 128; index++) put32(table + index * 4, 0xffffffff)
  put32(table, 0xfffffffd)
  put32(table + 4, 0xfffffffe)
  for (let index = 0; index < sectors; index++)
    put32(table + 8 + index * 4, index === sectors - 1 ? 0xfffffffe : index + 3)
  const entries: [string, number, number, number][] = [
    ['Root Entry', 5, 0xfffffffe, 0],
    [name, 2, 2, content.length],
  ]
  if (second !== undefined) entries.push([second, 2, 0xfffffffe, 0])
  entries.forEach(([entry, type, start, size], index) => {
    const at = 2 * sector + index * 128
    ;[...entry].forEach((character, place) => view.setUint16(at + place * 2, character.charCodeAt(0), true))
    view.setUint16(at + 64, (entry.length + 1) * 2, true)
    bytes[at + 66] = type
    bytes[at + 67] = 1
    put32(at + 68, 0xffffffff)
    put32(at + 72, index === 1 && second !== undefined ? 2 : 0xffffffff)
    put32(at + 76, index === 0 ? 1 : 0xffffffff)
    put32(at + 116, start)
    put32(at + 120, size)
  })
  bytes.set(content, 3 * sector)
  return bytes
}

/** A one-pixel PNG. */
const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
)

/** A PDF of one page that holds a grey picture and no text. */
function scannedPdf(): Uint8Array {
  const picture = 'q 595 0 0 842 0 0 cm /Im0 Do Q'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Im0 4 0 R >> >> /Contents 5 0 R >>',
    '<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 4 >>\nstream\n@P`p\nendstream',
    `<< /Length ${picture.length} >>\nstream\n${picture}\nendstream`,
  ]
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = pdf.length
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = pdf.length
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`
  return strToU8(`${pdf}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`)
}
