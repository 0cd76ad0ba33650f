import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../source-document.ts'
import { docxOf, paragraph, relationships, run, zipOf, type DocxParts } from '../testing/docx-of.ts'
import { readDocx } from './read-docx.ts'

function documentOf(body: string, parts?: DocxParts): SourceDocument {
  const document = readDocx(docxOf(body, parts), '材料.docx')
  if ('reason' in document) throw new Error(document.message)
  return document
}

function textOf(body: string, parts?: DocxParts): string {
  return documentOf(body, parts).text
}

const style = (id: string, name: string, more = '', type = 'paragraph'): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
const styled = (words: string, id: string): string => paragraph(words, `<w:pStyle w:val="${id}"/>`)
const inParagraph = (content: string): string => `<w:p>${content}</w:p>`
const field = (sign: string): string => `<w:r><w:fldChar w:fldCharType="${sign}"/></w:r>`
const code = (words: string): string => `<w:r><w:instrText xml:space="preserve">${words}</w:instrText></w:r>`
const box = (inside: string): string => `<w:txbxContent>${inside}</w:txbxContent>`

describe('paragraphs', () => {
  it('stand in order, joined by line breaks, empty ones left out, with spans without the spaces at their ends', () => {
    const { text, paragraphs } = documentOf(
      paragraph('标题') + paragraph('') + paragraph('　　正文。 ') + paragraph('　'),
    )
    expect(text).toBe('标题\n　　正文。 ')
    expect(paragraphs).toEqual([
      { start: 0, end: 2, style: 'body' },
      { start: 5, end: 8, style: 'body' },
    ])
  })

  it('are headings by the name of their style, by its outline level or by their own, also through the style they are based on', () => {
    const styles =
      style('1', 'heading 1') +
      style('a', '标题 2') +
      style('b', '章节', '<w:basedOn w:val="1"/>') +
      style('c', '要点', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>') +
      style('T', 'Title', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') +
      style('x', '甲', '<w:basedOn w:val="y"/>') +
      style('y', '乙', '<w:basedOn w:val="x"/>')
    const own =
      paragraph('己', '<w:outlineLvl w:val="3"/>') + paragraph('庚', '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>')
    const body = ['1', 'a', 'b', 'c', 'T', 'x', '没有'].map((id) => styled('文', id)).join('') + own
    const ranks = documentOf(body, { styles }).paragraphs.map((found) => `${found.style}${found.level ?? ''}`)
    expect(ranks).toEqual(['heading1', 'heading2', 'heading1', 'heading3', 'title', 'body', 'body', 'heading4', 'body'])
  })

  it('are bold when all their visible words are, by themselves or by their styles', () => {
    const styles = style('b', '黑', '<w:rPr><w:b/></w:rPr>') + style('c', '粗', '<w:rPr><w:b/></w:rPr>', 'character')
    const bodies = [
      paragraph('甲').replace('<w:r>', '<w:r><w:rPr><w:b/></w:rPr>'),
      inParagraph(run('甲', '<w:b/>') + run(' ') + run('乙', '<w:b w:val="1"/>')),
      inParagraph(run('甲', '<w:b/>') + run('乙')),
      styled('甲', 'b'),
      inParagraph(run('甲', '<w:rStyle w:val="c"/>')),
      inParagraph('<w:pPr><w:pStyle w:val="b"/></w:pPr>' + run('甲', '<w:rStyle w:val="c"/>')),
      inParagraph('<w:pPr><w:pStyle w:val="b"/></w:pPr>' + run('甲', '<w:b w:val="0"/>')),
    ]
    const bold = documentOf(bodies.join(''), { styles }).paragraphs.map((found) => found.bold === true)
    expect(bold).toEqual([true, true, false, true, true, false, false])
  })

  it('are cut at soft breaks into paragraphs of the same style', () => {
    const { text, paragraphs } = documentOf(
      `<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>市总工会</w:t><w:br/><w:t>整改报告</w:t><w:cr/></w:r></w:p>`,
    )
    expect(text).toBe('市总工会\n整改报告')
    expect(paragraphs.map(({ start, end, level }) => [start, end, level])).toEqual([
      [0, 4, 1],
      [5, 9, 1],
    ])
  })
})

describe('words', () => {
  it('are joined from runs, with tabs, symbols and hyphens', () => {
    const symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r>'
    const content = `${run('甲')}<w:proofErr w:type="spellStart"/><w:r><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/></w:r>${symbol}`
    expect(textOf(inParagraph(content))).toBe('甲\t乙-☑□')
  })

  it('lose spaces at their ends only where the file does not ask to keep them', () => {
    expect(
      textOf(inParagraph('<w:r><w:t> 甲 </w:t></w:r><w:r><w:t xml:space="preserve"> 乙 </w:t></w:r>' + run('丙'))),
    ).toBe('甲 乙 丙')
  })

  it('inside links, controls, tags, formulas and phonetic guides are read', () => {
    const ruby =
      '<w:r><w:ruby><w:rt><w:r><w:t>lín</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>临</w:t></w:r></w:rubyBase></w:ruby></w:r>'
    const wrapped = ['hyperlink', 'smartTag', 'customXml', 'ins', 'moveTo'].map(
      (name) => `<w:${name}>${run('甲')}</w:${name}>`,
    )
    const control = `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${run('乙')}</w:sdtContent></w:sdt>`
    const formula =
      '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>'
    expect(textOf(inParagraph(wrapped.join('') + control + ruby + formula))).toBe('甲甲甲甲甲乙临12')
    expect(textOf(`<w:sdt><w:sdtContent>${paragraph('段')}</w:sdtContent></w:sdt>`)).toBe('段')
  })

  it('that are hidden are left out, with a note', () => {
    const styles = style('h', '隐', '<w:rPr><w:vanish/></w:rPr>', 'character')
    const { text, notes } = documentOf(
      inParagraph(run('甲') + run('密', '<w:vanish/>') + run('密', '<w:rStyle w:val="h"/>')),
      { styles },
    )
    expect(text).toBe('甲')
    expect(notes).toEqual(['文档中有隐藏文字，没有读取。'])
  })

  it('of fields are their results, not their codes, nested and across paragraphs', () => {
    const link = field('begin') + code('HYPERLINK "x"') + field('separate') + run('网') + field('end')
    expect(
      textOf(
        inParagraph(
          run('甲') +
            field('begin') +
            code('PAGEREF ') +
            run('密') +
            field('separate') +
            run('乙') +
            link +
            field('end') +
            run('丙'),
        ),
      ),
    ).toBe('甲乙网丙')
    expect(
      textOf(
        inParagraph(field('begin') + code('INDEX') + field('separate') + run('甲')) +
          inParagraph(run('乙') + field('end')),
      ),
    ).toBe('甲\n乙')
    expect(textOf('<w:p><w:fldSimple w:instr="DATE">' + run('3月') + '</w:fldSimple></w:p>')).toBe('3月')
  })

  it('after a field that is never ended are not lost', () => {
    expect(textOf(inParagraph(run('甲') + field('begin') + code('PAGE')) + paragraph('乙'))).toBe('甲\n乙')
  })

  it('of circled numbers, which Word keeps as fields, are the signs', () => {
    const circled = (inner: string): string => field('begin') + code(` eq \\o\\ac(○,${inner})`) + field('end')
    expect(textOf(inParagraph(circled('3') + run('甲') + circled('25') + circled('印')))).toBe('③甲㉕印')
  })
})

describe('revisions', () => {
  const mark = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'

  it('are accepted, with a note', () => {
    const { text, notes } = documentOf(
      inParagraph(
        `${run('一')}<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins w:id="2">${run('新')}</w:ins><w:moveFrom w:id="3">${run('去')}</w:moveFrom>`,
      ),
    )
    expect(text).toBe('一新')
    expect(notes).toEqual(['文档带有修订痕迹，按接受全部修订后的文字读取。'])
  })

  it('join a paragraph whose mark is deleted to the next, which gives the style', () => {
    const next = paragraph('乙', '<w:outlineLvl w:val="0"/>')
    expect(documentOf(`<w:p>${mark}${run('甲')}</w:p>${next}`).paragraphs).toEqual([
      { start: 0, end: 2, style: 'heading', level: 1 },
    ])
  })

  it('do not join a paragraph to a table or to nothing', () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph('格')}</w:tc></w:tr></w:tbl>`
    expect(textOf(`<w:p>${mark}${run('甲')}</w:p>${table}<w:p>${mark}${run('乙')}</w:p>`)).toBe('甲\n格\n乙')
  })
})

describe('text boxes, notes and what is left out', () => {
  it('reads a text box after its paragraph, once, in either form', () => {
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box(paragraph('框'))}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box(paragraph('框'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`
    const old = `<w:pict><v:textbox>${box(paragraph('旧框'))}</v:textbox></w:pict>`
    const { text, paragraphs } = documentOf(
      inParagraph(`<w:r>${both}</w:r>${run('文')}<w:r>${old}</w:r>`) + paragraph('后'),
    )
    expect(text).toBe('文\n框\n旧框\n后')
    expect(paragraphs.map((found) => found.style)).toEqual(['body', 'textbox', 'textbox', 'body'])
  })

  it('puts notes at the end in the order of their references', () => {
    const note = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
    const text = (kind: string, id: number, words: string): string =>
      `<w:${kind} w:id="${id}">${paragraph(words)}</w:${kind}>`
    const document = documentOf(
      inParagraph(run('甲') + note('footnote', 3) + note('endnote', 1) + note('footnote', 2)) + paragraph('乙'),
      {
        footnotes: text('footnote', 0, '分隔') + text('footnote', 2, '注二') + text('footnote', 3, '注三'),
        endnotes: text('endnote', 1, '尾注'),
      },
    )
    expect(document.text).toBe('甲\n乙\n注三\n尾注\n注二')
    expect(document.paragraphs.map((found) => found.style)).toEqual([
      'body',
      'body',
      'footnote',
      'footnote',
      'footnote',
    ])
  })

  it('keeps lines in a contents style that lead to no page: some use it for headings', () => {
    const styles = style('10', 'toc 1') + style('x', '我的标题', '<w:basedOn w:val="10"/>')
    const { text, notes } = documentOf(styled('一、问题', '10') + styled('二、原因', 'x') + styled('正文', '0'), {
      styles,
    })
    expect(text).toBe('一、问题\n二、原因\n正文')
    expect(notes).toEqual([])
    const link = `<w:p><w:pPr><w:pStyle w:val="10"/></w:pPr><w:hyperlink w:anchor="_Toc1">${run('三、措施')}</w:hyperlink></w:p>`
    expect(textOf(link + styled('目　录', '10') + paragraph('正文'), { styles })).toBe('正文')
  })

  it('reads signs that older programs get in another form, and the other form where the newer says nothing', () => {
    const sign = (code: string, words: string): string =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Symbol" w16se:char="${code}"/></mc:Choice><mc:Fallback><w:t>${words}</w:t></mc:Fallback></mc:AlternateContent></w:r>`
    const unknown = `<w:r><mc:AlternateContent><mc:Choice Requires="new"><new:thing/></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r>`
    expect(textOf(inParagraph(sign('2611', '?') + run('是') + sign('1F60A', '?') + unknown))).toBe('☑是😊旧')
  })

  it.each([
    [String.raw` EQ \* jc2 \* "Font:宋体" \* hps18 \o\ad(\s\up 9(cuàn),爨)`, '爨'],
    [String.raw`EQ \o(\s\up5(甲),\s\do2(乙))`, '甲乙'],
    [String.raw`eq \o\ac(○,3)`, '③'],
    [String.raw`EQ \f(1,2)`, ''],
  ])('shows what lies over one another in a field without result: %s', (instruction, shown) => {
    expect(textOf(inParagraph(run('请') + field('begin') + code(instruction) + field('end') + run('某')))).toBe(
      `请${shown}某`,
    )
  })

  it('of pictures only is told as that', () => {
    const body = inParagraph('<w:r><w:drawing/></w:r>')
    expect(readDocx(docxOf(body, { files: { 'word/media/a.png': 'x' } }), '扫描.docx')).toMatchObject({
      reason: 'scanned',
      message: '“扫描.docx”里面只有图片，没有文字。',
    })
  })

  it('tells of contents lists and embedded files it did not read', () => {
    const styles = style('t', 'toc 1')
    const { text, notes } = documentOf(
      styled('一、问题\t1', 't') + paragraph('一、问题') + '<w:altChunk r:id="rId9"/>',
      { styles },
    )
    expect(text).toBe('一、问题')
    expect(notes).toEqual(['文档中的自动目录没有读取。', '文档中嵌入了另一份文件，其中的文字没有读取。'])
  })
})

describe('sizes', () => {
  it('may be large in every direction', () => {
    const words = run('学').repeat(150_000)
    expect(textOf(inParagraph(words)).length).toBe(150_000)
    expect(textOf('<w:sdt><w:sdtContent>'.repeat(100) + paragraph('深') + '</w:sdtContent></w:sdt>'.repeat(100))).toBe(
      '深',
    )
  })
})

describe('files', () => {
  const reasonOf = (bytes: Uint8Array): string => {
    const result = readDocx(bytes, '材料.docx')
    return 'reason' in result ? result.reason : result.text
  }

  it('may be strict, have other prefixes, lost relationships or macros', () => {
    expect(textOf(paragraph('严'), { namespace: 'http://purl.oclc.org/ooxml/wordprocessingml/main' })).toBe('严')
    expect(
      reasonOf(
        zipOf({
          'word/document.xml':
            '<x:document xmlns:x="y"><x:body><x:p><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>',
        }),
      ),
    ).toBe('甲')
    const macros = {
      '[Content_Types].xml':
        '<Types><Override PartName="/word/main.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      '_rels/.rels': relationships([['officeDocument', '/word/main.xml']]),
      'word/main.xml': `<document><body>${paragraph('宏').replaceAll('w:', '')}</body></document>`,
    }
    expect(reasonOf(zipOf(macros))).toBe('宏')
  })

  it('that are none, empty, damaged, encrypted or bombs are refused with the reason', () => {
    const whole = docxOf(paragraph('组织生活会'.repeat(50)))
    const directory = new Uint8Array(1024)
    directory.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect(reasonOf(directory)).toBe('unsupported')
    ;[...'EncryptedPackage'].forEach((letter, i) => (directory[640 + 2 * i] = letter.charCodeAt(0)))
    expect(reasonOf(directory)).toBe('encrypted')
    expect(reasonOf(new Uint8Array(0))).toBe('empty')
    expect(reasonOf(docxOf('<w:p/>'))).toBe('empty')
    expect(reasonOf(whole.subarray(0, whole.length / 2))).toBe('damaged')
    expect(reasonOf(zipOf({ 'word/document.xml': '<w:document><w:body>' }))).toBe('damaged')
    expect(reasonOf(zipOf({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>' }))).toBe('bomb')
    expect(reasonOf(zipOf({ 'readme.txt': '不是文档' }))).toBe('unsupported')
    expect(reasonOf(new TextEncoder().encode('文字'))).toBe('unsupported')
    expect(readDocx(directory, '小结.docx')).toMatchObject({ message: '“小结.docx”设有密码，无法读取。' })
  })
})
