/** Writes a .docx as Word does: real numbering, GB/T 9704 styles, runs cut by revision ids, tracked changes, notes, a page number. */
import { strToU8, zipSync } from 'fflate'
import { bodyXml } from './docx-body.ts'
import type { DocxOptions } from './docx-body.ts'
import {
  footerXml,
  footnotesXml,
  numberingXml,
  relationshipsXml,
  settingsXml,
  stylesXml,
  contentTypesXml,
} from './docx-parts.ts'

/** The file for lines of plain words (`# ` a title, `↵` a soft line break, `[table]` … `[/table]` rows). */
export function writeDocx(lines: readonly string[], options: DocxOptions): Uint8Array {
  const { xml, restarts } = bodyXml(lines, options)
  const files = {
    '[Content_Types].xml': contentTypesXml,
    '_rels/.rels': relationshipsXml([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationshipsXml([
      ['styles', 'styles.xml'],
      ['numbering', 'numbering.xml'],
      ['settings', 'settings.xml'],
      ['footnotes', 'footnotes.xml'],
      ['footer', 'footer1.xml'],
    ]),
    'word/document.xml': xml,
    'word/styles.xml': stylesXml,
    'word/numbering.xml': numberingXml(restarts, options.labelSuffix),
    'word/settings.xml': settingsXml,
    'word/footnotes.xml': footnotesXml(options.footnote),
    'word/footer1.xml': footerXml,
  }
  // A fixed date keeps the bytes the same on every run.
  const entries = Object.entries(files).map(
    ([name, content]) => [name, [strToU8(content), { mtime: new Date(2025, 0, 1) }]] as const,
  )
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0], { level: 9 })
}
