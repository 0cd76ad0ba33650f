import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocx } from './docx/read-docx.ts'
import type { SourceDocument, Unreadable } from './source-document.ts'
import { docxOf, listLevel, listOf, numbered, paragraph, zipOf } from './testing/docx-of.ts'
import { wordsRow, xlsxOf } from './testing/xlsx-of.ts'
import { openZip } from './zip-package.ts'
import { rewriteZip } from './zip-writing.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

const numbering = listOf([listLevel(0, 'chineseCounting', '%1、'), listLevel(1, 'decimal', '%1.%2')])
const BODY = `${numbered('理论学习')}<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('格')}</w:tc></w:tr></w:tbl>${numbered('担当', 1)}${paragraph('结尾')}`
const DOCX = docxOf(BODY, { numbering })
const XLSX = xlsxOf([
  {
    name: '台账',
    rows: wordsRow(1, '序号', '问题') + wordsRow(2, '1', '学习'),
    after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
  },
])

/** What every reader owes to those who come after it. */
function expectSound(result: SourceDocument | Unreadable): void {
  if ('reason' in result) {
    expect(result.message).toContain('“甲”')
    expect(result.todo).not.toBe('')
    return
  }
  const cells = result.tables.flatMap((table) => [table, ...table.cells])
  for (const { start, end } of [...result.paragraphs, ...cells]) {
    expect(0 <= start && start <= end && end <= result.text.length).toBe(true)
  }
  for (const [i, { start }] of result.paragraphs.entries())
    expect(start).toBeGreaterThanOrEqual(result.paragraphs[i - 1]?.end ?? 0)
}

const changes = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) }), {
  minLength: 1,
  maxLength: 8,
})

function mutated(bytes: Uint8Array, edits: readonly { at: number; byte: number }[], length: number): Uint8Array {
  const copy = bytes.slice(0, Math.ceil(bytes.length * length))
  for (const { at, byte } of edits) copy[Math.floor(at * (copy.length - 1))] = byte
  return copy
}

describe('office files with wrong bytes', () => {
  const cut = fc.oneof(fc.constant(1), fc.double({ min: 0.01, max: 1, noNaN: true }))

  it('are read or refused, never thrown at', () => {
    fc.assert(
      fc.property(changes, cut, (edits, length) => {
        expectSound(readDocx(mutated(DOCX, edits, length), '甲'))
        expectSound(readXlsx(mutated(XLSX, edits, length), '甲'))
      }),
      { numRuns: 400 },
    )
  })
})

describe('office files with wrong bytes inside a sound zip', () => {
  /** Any sign may break the XML, which is then refused at once; another digit leaves it well-formed and gets further. */
  const kinds = fc.constantFrom('any', 'digit')

  it('are read or refused, never thrown at', () => {
    let read = 0
    fc.assert(
      fc.property(fc.nat(20), changes, kinds, (part, edits, signs) => {
        const results = [
          readDocx(withPart(DOCX, part, edits, signs), '甲'),
          readXlsx(withPart(XLSX, part, edits, signs), '甲'),
        ]
        for (const result of results) {
          expectSound(result)
          if (!('reason' in result)) read++
        }
      }),
      { numRuns: 400 },
    )
    expect(read).toBeGreaterThan(0)
  })
})

/** The file with signs of one of its parts changed, checksums right. */
function withPart(
  bytes: Uint8Array,
  part: number,
  edits: readonly { at: number; byte: number }[],
  signs: 'any' | 'digit',
): Uint8Array {
  const zip = openZip(bytes)
  if (typeof zip === 'string') throw new Error(zip)
  const entry = zip.entries[part % zip.entries.length]
  if (entry === undefined) return bytes
  const contents = zip.read(entry)
  const places = [...contents.keys()].filter((at) => signs === 'any' || isDigit(contents[at] ?? 0))
  for (const { at, byte } of edits) {
    const place = places[Math.floor(at * (places.length - 1))]
    if (place !== undefined) contents[place] = signs === 'any' ? 0x20 + (byte % 0x5f) : 0x30 + (byte % 10)
  }
  return rewriteZip(bytes, zip.entries, new Map([[entry.name, contents]]))
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

describe('office files with wrong XML', () => {
  const element = fc.constantFrom(
    '<w:p>',
    '</w:p>',
    '<w:r>',
    '</w:r>',
    '<w:t>字</w:t>',
    '<w:tbl>',
    '</w:tbl>',
    '<w:tr>',
    '</w:tr>',
    '<w:tc>',
    '</w:tc>',
    '<w:del>',
    '</w:del>',
    '<w:tcPr><w:vMerge/></w:tcPr>',
    '<w:tcPr><w:gridSpan w:val="-3"/></w:tcPr>',
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:fldChar w:fldCharType="end"/>',
    '<w:pPr><w:numPr><w:ilvl w:val="-1"/><w:numId w:val="1"/></w:numPr></w:pPr>',
    '<w:pPr><w:numPr><w:ilvl w:val="900000000"/><w:numId w:val="1"/></w:numPr></w:pPr>',
    '<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>',
    '<w:br/>',
    '<w:sym/>',
    '<w:footnoteReference/>',
    '<w:txbxContent>',
    '</w:txbxContent>',
    '<constructor/>',
    '<row r="-5">',
    '<row>',
    '</row>',
    '<c r="ZZZ9999999">',
    '<c>',
    '</c>',
    '<v>1e999</v>',
    '<v>x</v>',
    '<is><t>字</t></is>',
  )
  const soup = fc.array(element, { maxLength: 30 })

  it('are read or refused, never thrown at', () => {
    fc.assert(
      fc.property(soup, (pieces) => {
        expectSound(readDocx(docxOf(BODY + closed(pieces), { numbering }), '甲'))
        expectSound(readXlsx(xlsxOf([{ name: '甲', rows: closed(pieces) }]), '甲'))
        expectSound(readDocx(zipOf({ 'word/document.xml': pieces.join('') }), '甲'))
      }),
      { numRuns: 300 },
    )
  })
})

/** The pieces as well-formed XML: end tags without beginning left out, open elements ended. */
function closed(pieces: readonly string[]): string {
  const open: string[] = []
  const words = pieces.map((piece) => {
    const [, slash, name = ''] = /^<(\/?)([^\s>/]+)[^>]*>$/.exec(piece) ?? []
    if (name === '' || piece.endsWith('/>')) return piece
    if (slash === '') open.push(name)
    else if (open.at(-1) !== name) return ''
    else open.pop()
    return piece
  })
  return (
    words.join('') +
    open
      .reverse()
      .map((name) => `</${name}>`)
      .join('')
  )
}
