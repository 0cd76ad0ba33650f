import { readWordPackage, type ToldDocument } from '../docx/docx-text.ts'
import { readFlatOdf } from '../odf/read-odf.ts'
import { ReadingRefusal } from '../refusal.ts'
import type { SourceDocument } from '../source-document.ts'
import { decodeText } from '../text-encoding.ts'
import { readExcelPackage } from '../xlsx/read-xlsx.ts'
import { parseXml } from '../xml.ts'
import { readExcel2003 } from './excel-2003.ts'
import { flatPackage } from './flat-package.ts'
import { tellWord2003 } from './word-2003.ts'

/**
 * Reads what Office writes as one XML file: Word's and Excel's of 2003, which systems fill in like a form and call .doc
 * or .xls, and packages written flat. Throws a `ReadingRefusal`.
 */
export function readOfficeXml(bytes: Uint8Array, name: string): SourceDocument {
  const decoded = decodeText(bytes)
  if (!decoded) throw new ReadingRefusal('damaged')
  // Systems that fill in such a file leave blank lines before its first tag, and say it is in UTF-8 whatever it is in.
  const source = decoded.text.trimStart()
  const root = parseXml(source)
  if (root.name === 'wordDocument') return wordDocument(name, tellWord2003(root))
  if (root.name === 'Workbook') return readExcel2003({ root, source }, name)
  if (root.name === 'document') return readFlatOdf({ root, source }, name)
  if (root.name !== 'package') throw new ReadingRefusal('unsupported')
  const office = flatPackage(root, source)
  return office.kind === 'excel'
    ? { ...readExcelPackage(office, name), format: 'excel-xml' }
    : wordDocument(name, readWordPackage(office))
}

function wordDocument(name: string, { text, paragraphs, tables, notes }: ToldDocument): SourceDocument {
  return { name, format: 'word-xml', text, paragraphs, tables, notes }
}
