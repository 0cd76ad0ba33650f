import { strToU8, zlibSync } from 'fflate'
import { layOut, PAGE, type PlacedLine } from './lay-out.ts'
import type { PdfDocument } from './pdf-document.ts'
import { inFont, songFont, TO_UNICODE, utf16Hex } from './song-font.ts'

export type { PdfBlock, PdfDocument } from './pdf-document.ts'

/** The numbers of the objects every file has; the pages and their contents follow. */
const CATALOGUE = 1
const PAGES = 2
const INFORMATION = 3
const FONT = 4
const TO_UNICODE_STREAM = 7
const FIRST_PAGE = 8

/**
 * The document as a PDF: A4, margins of 25 mm, numbered pages. No font is in it: 宋体 stands as `STSong-Light` of
 * Adobe-GB1 in the encoding UniGB-UTF16-H (ISO 32000-1 9.7.5.2), for which Acrobat, WPS and browsers take a system font.
 * Characters the encoding's two bytes cannot hold are 〓. The same document gives the same bytes.
 */
export function plainPdf(document: PdfDocument): Uint8Array {
  const pages = layOut(document)
  const title = document.title.replace(/\s+/g, ' ').trim()
  const numbers = pages.map((_, at) => FIRST_PAGE + 2 * at)
  const kids = numbers.map((number) => `${number} 0 R`).join(' ')
  return filed([
    strToU8(
      `<< /Type /Catalog /Pages ${PAGES} 0 R /Lang (zh-CN) /ViewerPreferences << /DisplayDocTitle true >> >>`,
      true,
    ),
    strToU8(
      `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font << /F1 ${FONT} 0 R >> >> >>`,
      true,
    ),
    strToU8(`<< /Title <FEFF${utf16Hex(inFont(title))}> >>`, true),
    ...songFont(FONT, TO_UNICODE_STREAM).map((object) => strToU8(object, true)),
    stream(TO_UNICODE),
    ...pages.flatMap((lines, at) => [
      strToU8(`<< /Type /Page /Parent ${PAGES} 0 R /Contents ${FIRST_PAGE + 2 * at + 1} 0 R >>`, true),
      stream(drawing(lines)),
    ]),
  ])
}

/** What draws a page (ISO 32000-1 9.4); bold is the outline drawn over the letters (9.3.6). */
function drawing(lines: readonly PlacedLine[]): string {
  return lines
    .filter(({ words }) => words !== '')
    .map(({ words, left, baseline, size, isBold }) => {
      const mode = isBold ? '2 Tr 0.4 w' : '0 Tr'
      return `BT /F1 ${size} Tf ${mode} 1 0 0 1 ${left.toFixed(2)} ${baseline.toFixed(2)} Tm <${utf16Hex(words)}> Tj ET`
    })
    .join('\n')
}

/** A stream object of these operators (ISO 32000-1 7.3.8). */
function stream(operators: string): Uint8Array {
  const packed = zlibSync(strToU8(operators, true))
  return joined([
    strToU8(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`, true),
    packed,
    strToU8('\nendstream', true),
  ])
}

/** The file of these objects, numbered from 1, with its cross-reference table (ISO 32000-1 7.5). */
function filed(objects: readonly Uint8Array[]): Uint8Array {
  // Four bytes above 127 tell programs that this is no text (7.5.2).
  const parts = [strToU8('%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n', true)]
  let length = parts[0]?.length ?? 0
  const offsets = objects.map((object, at) => {
    const offset = length
    const part = joined([strToU8(`${at + 1} 0 obj\n`, true), object, strToU8('\nendobj\n', true)])
    parts.push(part)
    length += part.length
    return offset
  })
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    strToU8(
      `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root ${CATALOGUE} 0 R /Info ${INFORMATION} 0 R >>\nstartxref\n${length}\n%%EOF\n`,
      true,
    ),
  )
  return joined(parts)
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
