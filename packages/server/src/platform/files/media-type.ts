import { firstOf } from '@duizhao/engine/wording'
import { fileTypeFromBuffer } from 'file-type'

/** What an office hands in: documents, tables, pictures, archives, by the extension their bytes belong to. */
const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  /** .doc, .xls, .ppt, .wps, .et: one container. */
  cfb: 'application/x-cfb',
  rtf: 'application/rtf',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  /** What a system exports under an office's extension: a page, XML, lines of fields. */
  doc: 'application/msword',
  zip: 'application/zip',
  rar: 'application/vnd.rar',
  '7z': 'application/x-7z-compressed',
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  heic: 'image/heic',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
}

/** Extensions that share the bytes of another type. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  cfb: ['doc', 'xls', 'ppt', 'wps', 'et', 'dps', 'dot', 'xlt'],
  doc: ['xls', 'wps', 'et'],
  zip: ['ofd'],
  jpg: ['jpeg', 'jpe', 'jfif'],
  tif: ['tiff'],
  heic: ['heif'],
  mp4: ['m4v'],
}

/** Extensions of texts that are read as such and cannot run. */
const TEXTS = new Set(['txt', 'md', 'csv', 'tsv', 'eml'])

/** Extensions that only Word, Excel and WPS open, whatever text stands in the file. */
const OFFICE = new Set(['doc', 'xls', 'wps', 'et'])

/**
 * The media type of a file by its bytes; null for what may not come in: programs, scripts, web pages, whatever is not
 * known. An extension alone proves nothing, and a text must say by its own that it is one.
 */
export async function mediaTypeOf(bytes: Uint8Array, name: string): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes)
  const extension = extensionOf(name)
  if (found && !(found.ext === 'xml' && OFFICE.has(extension))) return TYPES[found.ext] ?? null
  if (bytes.subarray(0, 8_192).includes(0)) return null
  if (OFFICE.has(extension)) return TYPES['doc'] ?? null
  return TEXTS.has(extension) ? 'text/plain' : null
}

const LONGEST_NAME = 200

/**
 * The name a file is kept under: with an extension of what it is, so that a polyglot (a picture that is
 * also a page) is never opened as a page once it is saved, and short enough for every file system.
 */
export function nameFor(name: string, mediaType: string): string {
  const own = extensionOf(name)
  const types = mediaType === 'text/plain' ? [...TEXTS] : Object.keys(TYPES).filter((type) => TYPES[type] === mediaType)
  const [first = ''] = types
  const isRight = types.some((type) => type === own || SHARED[type]?.includes(own))
  const extension = isRight ? name.slice(-own.length) : first === 'cfb' ? 'doc' : first
  const stem = isRight ? name.slice(0, -own.length - 1) : name
  const short = firstOf(stem, LONGEST_NAME - extension.length - 1)
  return `${short}.${extension}`
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase()
}
