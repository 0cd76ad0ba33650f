/** A page of a made PDF: A4, points from the lower left corner. */
export interface MadePage {
  readonly words?: readonly MadeWords[]
  /** Lines drawn from point to point: x1, y1, x2, y2. */
  readonly rules?: readonly (readonly [number, number, number, number])[]
  readonly hasPicture?: boolean
  readonly rotate?: number
}

export interface MadeWords {
  readonly words: string
  readonly x: number
  readonly y: number
  /** 16 points, 三号, unless said otherwise. */
  readonly size?: number
  /** In degrees. */
  readonly slant?: number
}

const DESCRIPTOR =
  '/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>'
/** Codes are UTF-16; a table in the file says so. */
const SELF_CONTAINED = [
  '/Encoding /Identity-H /ToUnicode 6 0 R',
  '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [32 126 500]',
] as const
/** Codes are UCS-2; the reader must have the maps from them to characters. */
const NEEDS_MAPS = [
  '/Encoding /UniGB-UCS2-H',
  '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /W [1 95 500 814 939 500]',
] as const
const TO_UNICODE =
  '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0020> <ffef> <0020> endbfrange endcmap end'

/**
 * The bytes of a PDF, its font not embedded; Chinese characters are as wide as the font is large, others half as wide.
 * `trailer` adds to the trailer; `needsMaps` makes a file with an old Chinese encoding.
 */
export function makePdf(pages: readonly MadePage[], { trailer = '', needsMaps = false } = {}): Uint8Array {
  const [encoding, collection] = needsMaps ? NEEDS_MAPS : SELF_CONTAINED
  const first = 7
  const picture =
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nA\nendstream'
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${first + i * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light ${encoding} /DescendantFonts [4 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 ${collection} ${DESCRIPTOR} >>`,
    pages.some(({ hasPicture }) => hasPicture) ? picture : 'null',
    streamOf(TO_UNICODE),
    ...pages.flatMap((page, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${page.rotate ?? 0} /Contents ${first + 1 + i * 2} 0 R /Resources << /Font << /F 3 0 R >> ${page.hasPicture ? '/XObject << /P 5 0 R >>' : ''} >> >>`,
      streamOf(contentOf(page)),
    ]),
  ]
  let pdf = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const at = pdf.length
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = pdf.length
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`
  return new TextEncoder().encode(pdf)
}

function streamOf(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
}

function contentOf({ words = [], rules = [], hasPicture = false }: MadePage): string {
  const texts = words.map(({ words: shown, x, y, size = 16, slant = 0 }) => {
    const [cos, sin] = [Math.cos((slant * Math.PI) / 180), Math.sin((slant * Math.PI) / 180)]
    const matrix = [cos, sin, -sin, cos].map((value) => value.toFixed(4)).join(' ')
    const codes = shown
      .split('')
      .map((char) => char.charCodeAt(0).toString(16).padStart(4, '0'))
      .join('')
    return `BT /F ${size} Tf ${matrix} ${x} ${y} Tm <${codes}> Tj ET`
  })
  const lines = rules.map(([x1, y1, x2, y2]) => `${x1} ${y1} m ${x2} ${y2} l S`)
  return [...texts, ...lines, ...(hasPicture ? ['q 595 0 0 842 0 0 cm /P Do Q'] : [])].join('\n')
}

/** Lines one below the other, as an office sets them; two spaces of U+3000 at the beginning indent a line. */
export function setLines(lines: readonly string[], { x = 80, y = 700, size = 16, pitch = 28 } = {}): MadeWords[] {
  return lines.map((line, i) => {
    const words = line.replace(/^　+/, '')
    return { words, x: x + (line.length - words.length) * size, y: y - i * pitch, size }
  })
}
