import { expect, it } from 'vitest'
import { activeContent, type ActiveContentKind } from './active-content.ts'
import { isUnreadable } from './read.ts'
import { docxOf, paragraph, relationships, zipOf } from './testing/docx-of.ts'

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const outside = (type: string, target: string): string =>
  relationships([]).replace(
    '</Relationships>',
    `<Relationship Id="rId9" Type="${TYPES}/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
  )
const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
const code = (...pieces: readonly string[]): string =>
  pieces.map((words) => `<w:r><w:instrText>${words}</w:instrText></w:r>`).join('')
const field = (...inside: readonly string[]): string => `<w:p>${begin}${inside.join('')}${end}</w:p>`
const withFile = (name: string, words: string): Uint8Array => docxOf(paragraph('督办单'), { files: { [name]: words } })
const workbook = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipOf({
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': '<workbook/>',
    ...files,
  })

const cases: readonly (readonly [what: string, bytes: Uint8Array, kinds: readonly ActiveContentKind[]])[] = [
  ['words only', docxOf(paragraph('督办单')), []],
  ['page numbers, dates, a table of contents', docxOf(field(code(' PAGE ')) + field(code(' TOC \\o "1-3" '))), []],
  ['the word in the text', docxOf(paragraph('DDEAUTO cmd INCLUDEPICTURE')), []],
  ['a link to click', withFile('word/_rels/document.xml.rels', outside('hyperlink', 'https://linjiang.example/')), []],
  [
    'a picture elsewhere',
    withFile('word/_rels/document.xml.rels', outside('image', 'http://x.example/1.png')),
    ['elsewhere'],
  ],
  [
    'a picture elsewhere, in a header',
    withFile('word/_rels/header1.xml.rels', outside('image', '\\\\10.0.0.9\\a')),
    ['elsewhere'],
  ],
  [
    'a frame elsewhere',
    withFile('word/_rels/webSettings.xml.rels', outside('frame', 'http://x.example')),
    ['elsewhere'],
  ],
  [
    'an attached template',
    withFile('word/_rels/settings.xml.rels', outside('attachedTemplate', 'http://x.example/t.dotm')),
    ['template'],
  ],
  ['an inserted document', docxOf('<w:altChunk r:id="rId1"/>'), ['insertion']],
  ['a macro', withFile('word/vbaProject.bin', 'x'), ['macro']],
  ['a control', withFile('word/activeX/activeX1.bin', 'x'), ['control']],
  ['DDE', docxOf(field(code(' DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" '))), ['field']],
  ['DDE in pieces and small letters', docxOf(field(code(' d', 'de', 'auto x'))), ['field']],
  ['DDE with a name made by a field', docxOf(field(`${begin}${code('QUOTE 68 68 69')}${end}`, code(' x'))), ['field']],
  ['DDE without an end', docxOf(`<w:p>${begin}${code('DDE x')}</w:p>`), ['field']],
  [
    'an included picture',
    docxOf('<w:p><w:fldSimple w:instr=" INCLUDEPICTURE http://x.example/1.png "/></w:p>'),
    ['field'],
  ],
  [
    'an included text in a footnote',
    docxOf('', { footnotes: `<w:footnote>${field(code('INCLUDETEXT x'))}</w:footnote>` }),
    ['field'],
  ],
  ['a field inside of a field', docxOf(field(code('IF 1 = 1 '), `${begin}${code('DDE x')}${end}`)), ['field']],
  ['a workbook of cells', workbook({}), []],
  [
    'another workbook',
    workbook({
      'xl/externalLinks/_rels/externalLink1.xml.rels': outside('externalLinkPath', 'http://x.example/a.xlsx'),
    }),
    ['elsewhere'],
  ],
  [
    'DDE of a workbook',
    workbook({ 'xl/externalLinks/externalLink1.xml': '<externalLink><ddeLink ddeService="cmd"/></externalLink>' }),
    ['field'],
  ],
  ['a connection', workbook({ 'xl/connections.xml': '<connections/>' }), ['connection']],
]

it.each(cases)('%s', (_, bytes, kinds) => {
  expect(activeContent(bytes, '督办单.docx')).toEqual(kinds)
})

it('says of what is no document that it cannot be read', () => {
  expect(isUnreadable(activeContent(new Uint8Array([1, 2]), '督办单.docx'))).toBe(true)
})
