import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openZip } from '../zip-package.ts'
import {
  docxOf,
  listLevel,
  listOf,
  numbered,
  paragraph,
  relationships,
  run,
  zipOf,
  type DocxParts,
} from '../testing/docx-of.ts'
import type { SourceDocument } from '../source-document.ts'
import { annotateDocx, type DocxComment } from './annotate.ts'
import { readDocx } from './read-docx.ts'

function documentOf(bytes: Uint8Array): SourceDocument {
  const document = readDocx(bytes, '材料.docx')
  if ('reason' in document) throw new Error(document.message)
  return document
}

function annotated(bytes: Uint8Array, comments: readonly DocxComment[]): Uint8Array {
  const result = annotateDocx(bytes, documentOf(bytes), comments)
  if ('reason' in result) throw new Error(result.message)
  return result
}

function partsOf(bytes: Uint8Array): Record<string, string> {
  const zip = openZip(bytes)
  if (typeof zip === 'string') throw new Error(zip)
  return Object.fromEntries(zip.entries.map((entry) => [entry.name, new TextDecoder().decode(zip.read(entry))]))
}

/** The body of the annotated file, marks written short: `⟦0` … `0⟧`. */
function marked(body: string, comments: readonly DocxComment[], parts?: DocxParts): string {
  const xml = partsOf(annotated(docxOf(body, parts), comments))['word/document.xml'] ?? ''
  return xml
    .slice(xml.indexOf('<w:body>') + 8, xml.indexOf('</w:body>'))
    .replace(/<w:commentRangeStart w:id="(\d+)"\/>/g, '⟦$1')
    .replace(/<w:commentRangeEnd w:id="(\d+)"\/><w:r><w:commentReference w:id="\1"\/><\/w:r>/g, '$1⟧')
}

const at = (start: number, end: number, text = '请核对'): DocxComment => ({ start, end, text })
const words = (text: string, properties = ''): string => run(text, properties)
const inParagraph = (content: string): string => `<w:p>${content}</w:p>`

describe('marking comments', () => {
  it('puts whole runs between marks without cutting them', () => {
    expect(marked(inParagraph(words('甲乙') + words('丙丁')), [at(0, 2), at(2, 4)])).toBe(
      inParagraph(`⟦0${words('甲乙')}0⟧⟦1${words('丙丁')}1⟧`),
    )
  })

  it('cuts a run where a comment begins and ends, with its properties', () => {
    const red = '<w:color w:val="FF0000"/>'
    expect(marked(inParagraph(words('甲乙丙', red)), [at(1, 2)])).toBe(
      inParagraph(`${words('甲', red)}⟦0${words('乙', red)}0⟧${words('丙', red)}`),
    )
  })

  it('cuts between the children of a run', () => {
    const tabbed = (inside: string): string => `<w:r w:rsidR="1">${inside}</w:r>`
    expect(marked(inParagraph(tabbed('<w:t>甲</w:t><w:tab/><w:t>乙</w:t>')), [at(1, 2)])).toBe(
      inParagraph(`${tabbed('<w:t>甲</w:t>')}⟦0${tabbed('<w:tab/>')}0⟧${tabbed('<w:t>乙</w:t>')}`),
    )
  })

  it('lets comments overlap and nest', () => {
    expect(marked(inParagraph(words('甲乙丙丁')), [at(0, 3), at(1, 4), at(1, 3)])).toBe(
      inParagraph(`⟦0${words('甲')}⟦1⟦2${words('乙丙')}0⟧2⟧${words('丁')}1⟧`),
    )
  })

  it('reaches over paragraphs', () => {
    expect(marked(paragraph('甲乙') + paragraph('丙丁'), [at(1, 4)])).toBe(
      inParagraph(`${words('甲')}⟦0${words('乙')}`) + inParagraph(`${words('丙')}0⟧${words('丁')}`),
    )
  })

  it('keeps references and spaces at a cut', () => {
    expect(marked('<w:p><w:r><w:t> 甲&amp; &#x4E59;</w:t></w:r></w:p>', [at(0, 3)])).toBe(
      `<w:p>⟦0<w:r><w:t xml:space="preserve">甲&amp; </w:t></w:r>0⟧${words('&#x4E59;')}</w:p>`,
    )
  })

  it('does not cut through a character, or through text in a CDATA section', () => {
    expect(marked(inParagraph(words('𠀀乙')), [at(1, 3)])).toBe(inParagraph(`⟦0${words('𠀀乙')}0⟧`))
    const cdata = '<w:r><w:t><![CDATA[甲乙]]></w:t></w:r>'
    expect(marked(inParagraph(cdata), [at(1, 2)])).toBe(inParagraph(`⟦0${cdata}0⟧`))
  })

  it('puts a comment on an automatic number on its paragraph', () => {
    const numbering = listOf([listLevel(0, 'chineseCounting', '%1、')])
    expect(marked(numbered('甲'), [at(0, 2)], { numbering })).toContain(`⟦0${words('甲')}0⟧`)
    expect(marked(numbered(''), [at(0, 1)], { numbering })).toMatch(/⟦00⟧<\/w:p>$/)
  })

  it('puts a comment on no words on the line', () => {
    expect(marked(paragraph('甲') + paragraph('乙'), [at(2, 2)])).toBe(
      paragraph('甲') + inParagraph(`⟦0${words('乙')}0⟧`),
    )
    expect(marked(paragraph('甲'), [at(99, 120)])).toBe(inParagraph(`⟦0${words('甲')}0⟧`))
  })

  it('puts comments on text boxes and notes on the place they hang on', () => {
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${paragraph('框')}</w:txbxContent></v:textbox></w:pict></w:r>`
    const note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    const footnotes = `<w:footnote w:id="1">${paragraph('注')}</w:footnote>`
    expect(marked(inParagraph(words('甲') + box + note), [at(2, 3), at(4, 5)], { footnotes })).toBe(
      inParagraph(`${words('甲')}${box}⟦00⟧⟦1${note}1⟧`),
    )
  })
})

describe('marking comments on content controls and fields', () => {
  const control = (inside: string): string =>
    `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`
  const sign = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const field = (inside: string): string =>
    `${sign('begin')}<w:r><w:instrText>MERGEFIELD 单位</w:instrText></w:r>${sign('separate')}${inside}${sign('end')}`
  const simple = (inside: string): string => `<w:fldSimple w:instr="MERGEFIELD 单位">${inside}</w:fldSimple>`

  it.each([
    ['control', control],
    ['field', field],
    ['simple field', simple],
    ['field in a control', (inside: string) => control(field(inside))],
    ['control in a field', (inside: string) => field(control(inside))],
  ])('leaves a %s whole', (_, whole) => {
    const name = whole(words('请输入XX单位'))
    const line = (content: string): string => inParagraph(content)
    expect(marked(line(words('责任：') + name + words('。')), [at(6, 8)])).toBe(
      line(`${words('责任：')}⟦0${name}0⟧${words('。')}`),
    )
    expect(marked(line(words('责任：') + name + words('。')), [at(1, 8)])).toBe(
      line(`${words('责')}⟦0${words('任：')}${name}0⟧${words('。')}`),
    )
    expect(marked(line(name + words('负责到底')), [at(6, 8)])).toBe(line(`⟦0${name}${words('负')}0⟧${words('责到底')}`))
  })

  it('marks words in a control that holds paragraphs, and in a field that reaches over several', () => {
    expect(marked(control(paragraph('甲乙')), [at(1, 2)])).toBe(
      control(inParagraph(`${words('甲')}⟦0${words('乙')}0⟧`)),
    )
    const [first, last] = field(`${words('甲')}</w:p><w:p>${words('乙丙')}`).split('</w:p><w:p>')
    expect(marked(inParagraph(first ?? '') + inParagraph(last ?? ''), [at(3, 4)])).toContain(
      `${words('乙')}⟦0${words('丙')}0⟧`,
    )
  })
})

describe('the parts of the file', () => {
  const body = paragraph('甲乙')

  it('announce the first comments, and all others stay as they were', () => {
    const before = docxOf(body, { styles: '<w:style/>', files: { 'word/media/a.bin': '图' } })
    const after = annotated(before, [
      { ...at(0, 1, '“<X>”&\n第二段'), author: '审核"组"', date: '2026-03-01T09:30:00Z' },
    ])
    const [old, now] = [partsOf(before), partsOf(after)]
    const changed = Object.keys(now).filter((name) => now[name] !== old[name])
    expect(changed).toEqual([
      '[Content_Types].xml',
      'word/_rels/document.xml.rels',
      'word/document.xml',
      'word/comments.xml',
    ])
    expect(now['[Content_Types].xml']).toContain('PartName="/word/comments.xml"')
    expect(now['word/_rels/document.xml.rels']).toContain(
      'Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"',
    )
    expect(now['word/comments.xml']).toContain(
      '<w:comment w:id="0" w:author="审核&quot;组&quot;" w:date="2026-03-01T09:30:00Z" w:initials="审核"><w:p><w:r><w:t xml:space="preserve">“&lt;X&gt;”&amp;</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">第二段</w:t></w:r></w:p></w:comment>',
    )
  })

  it('keep the comments that are there, and count on from them', () => {
    const comments = `<w:comment w:id="4" w:author="书记">${paragraph('原有')}</w:comment>`
    const now = partsOf(annotated(docxOf(body, { comments }), [at(0, 1)]))
    expect(now['word/comments.xml']).toContain(`${comments}<w:comment w:id="5" w:author="对照" w:initials="对照">`)
    expect(Object.keys(now).filter((name) => name.includes('comments'))).toEqual(['word/comments.xml'])
    const twice = annotated(annotated(docxOf(body, { comments }), [at(0, 1)]), [at(1, 2), at(0, 2)])
    expect([...(partsOf(twice)['word/comments.xml'] ?? '').matchAll(/w:id="(\d+)"/g)].map((match) => match[1])).toEqual(
      ['4', '5', '6', '7'],
    )
  })

  it('use the names of strict files and of files without prefix', () => {
    const strict = partsOf(
      annotated(docxOf(body, { namespace: 'http://purl.oclc.org/ooxml/wordprocessingml/main' }), [at(0, 1)]),
    )
    expect(strict['word/comments.xml']).toContain('xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"')
    expect(strict['word/_rels/document.xml.rels']).toContain(
      'http://purl.oclc.org/ooxml/officeDocument/relationships/comments',
    )
    const bare = zipOf({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
      'word/document.xml': `<document xmlns="urn:x"><body>${body.replaceAll('w:', '')}</body></document>`,
    })
    expect(partsOf(annotated(bare, [at(0, 1)]))['word/document.xml']).toContain(
      '<commentRangeStart'.replace('<', '<w:') + ' xmlns:w="urn:x" w:id="0"/>',
    )
  })

  it('are refused when the text is another than the one reviewed', () => {
    const result = annotateDocx(docxOf(paragraph('改过')), documentOf(docxOf(body)), [at(0, 1)])
    expect(result).toMatchObject({ reason: 'unsupported', todo: '请用同一份文件重新审核。' })
  })
})

describe('any comments on any runs', () => {
  const piece = fc.constantFrom(
    words('理论学习'),
    words(' 不够 ', '<w:b/>'),
    '<w:r><w:t> 深入&amp;系统 </w:t><w:tab/><w:br/></w:r>',
    `<w:ins w:id="1">${words('𠀀新')}</w:ins>`,
    '<w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del>',
    words('密', '<w:vanish/>'),
    `<w:hyperlink>${words('网址')}</w:hyperlink>`,
    `<w:sdt><w:sdtContent>${words('控件里的词')}</w:sdtContent></w:sdt>`,
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>eq \\o\\ac(○,2)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
  )
  const body = fc
    .array(
      fc.array(piece, { maxLength: 5 }).map((pieces) => inParagraph(pieces.join(''))),
      { minLength: 1, maxLength: 5 },
    )
    .map((all) => all.join('') + paragraph('末'))
  const range = fc.record({ start: fc.nat(60), length: fc.nat(30) })

  it('leave a file that reads the same, with every mark exactly once', () => {
    fc.assert(
      fc.property(body, fc.array(range, { minLength: 1, maxLength: 6 }), (xml, ranges) => {
        const bytes = docxOf(xml)
        const after = annotated(
          bytes,
          ranges.map(({ start, length }) => at(start, start + length)),
        )
        const { text, paragraphs } = documentOf(bytes)
        expect(documentOf(after)).toMatchObject({ text, paragraphs })
        const marks = partsOf(after)['word/document.xml'] ?? ''
        for (const [i] of ranges.entries()) {
          const places = ['RangeStart', 'RangeEnd', 'Reference'].map(
            (kind) => marks.split(`<w:comment${kind} w:id="${i}"/>`).length,
          )
          expect(places).toEqual([2, 2, 2])
          expect(marks.indexOf(`<w:commentRangeStart w:id="${i}"/>`)).toBeLessThan(
            marks.indexOf(`<w:commentRangeEnd w:id="${i}"/>`),
          )
        }
      }),
      { numRuns: 150 },
    )
  })
})
