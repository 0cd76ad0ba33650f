import { ReadingRefusal } from '../refusal.ts'
import type { SourceDocument } from '../source-document.ts'
import { childOf, decodeXml, parseXml, type XmlElement } from '../xml.ts'
import type { ZipPackage } from '../zip-package.ts'
import { zipPackage } from '../zip-package.ts'
import { sheetsOf } from './odf-sheets.ts'
import { tellOdfText } from './odf-text.ts'
import { laidOutSheets } from '../sheets.ts'

/** The XML of an OpenDocument file: what it says and what its styles are called, each with its source. */
export interface OdfXml {
  readonly root: XmlElement
  readonly source: string
}

const DRAWING_TODO = '请把要审的文字另存为 .docx'

/** Reads an OpenDocument text or spreadsheet (.odt, .ods; ISO/IEC 26300). Throws a `ReadingRefusal`. */
export function readOdf(bytes: Uint8Array, name: string): SourceDocument {
  const zip = zipPackage(bytes)
  if (/encryption-data/.test(sourceOf(zip, 'META-INF/manifest.xml') ?? ''))
    throw new ReadingRefusal('encrypted', undefined, '请在 LibreOffice 或 WPS 中取消密码后另存一份')
  const source = sourceOf(zip, 'content.xml')
  if (source === undefined) throw new ReadingRefusal('damaged')
  const styles = sourceOf(zip, 'styles.xml')
  const content = { root: parseXml(source), source }
  return readOdfXml(content, styles === undefined ? [content.root] : [content.root, parseXml(styles)], name)
}

/** Reads the same from one XML file that holds all of it (.fodt, .fods). Throws a `ReadingRefusal`. */
export function readFlatOdf(content: OdfXml, name: string): SourceDocument {
  return readOdfXml(content, [content.root], name)
}

function readOdfXml(content: OdfXml, styles: readonly XmlElement[], name: string): SourceDocument {
  const body = childOf(content.root, 'body')
  const spreadsheet = childOf(body, 'spreadsheet')
  if (spreadsheet) return laidOutSheets(sheetsOf(spreadsheet, content.source, styles), { name, format: 'ods' })
  const text = childOf(body, 'text')
  if (text) return tellOdfText(text, { source: content.source, styles, name })
  throw new ReadingRefusal('unsupported', '是 OpenDocument 的演示文稿或绘图，不能读取', DRAWING_TODO)
}

function sourceOf(zip: ZipPackage, part: string): string | undefined {
  const entry = zip.find(part)
  return entry === undefined ? undefined : decodeXml(zip.read(entry))
}
