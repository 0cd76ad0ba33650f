import { describe, expect, it } from 'vitest'
import { readHtml } from './html.ts'
import { encodeGb18030 } from './testing/encode.ts'

describe('a web page saved as .doc', () => {
  const page = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><title>页</title><style>p { x: y }</style></head>
<body><!-- 注释 <p>不读</p> --><h1>临江市民政局<br>对照检查材料</h1>
<p class=MsoNormal><span style='mso-list:Ignore'>一、</span>理论学习
不够&nbsp;深入&ldquo;第一议题&rdquo;<b>AB</b>&lt;单位&gt; 3 < 5</p><script>var p = "<p>不读</p>"</script>
<table border=1><tr><td rowspan=2>序号</td><td colspan="2">问题</td></tr>
<tr><td>表述</td><td><p>甲</p><p>乙</p></td></tr></table>以上</body></html>`

  it('gives its paragraphs and tables', () => {
    const { text, paragraphs, tables, notes } = readHtml(encodeGb18030(page), '材料.doc')
    expect(text.split('\n')).toEqual([
      '临江市民政局',
      '对照检查材料',
      '一、理论学习不够 深入“第一议题”AB<单位> 3 < 5',
      '序号\t问题',
      '表述\t甲',
      '乙',
      '以上',
    ])
    expect(paragraphs.map(({ style }) => style)).toEqual([
      'heading',
      'heading',
      'body',
      'cell',
      'cell',
      'cell',
      'cell',
      'cell',
      'body',
    ])
    expect(
      tables[0]?.cells.map(({ row, column, rowSpan, columnSpan, text: words }) => [
        row,
        column,
        rowSpan,
        columnSpan,
        words,
      ]),
    ).toEqual([
      [0, 0, 2, 1, '序号'],
      [0, 1, 1, 2, '问题'],
      [1, 1, 1, 1, '表述'],
      [1, 2, 1, 1, '甲\n乙'],
    ])
    expect(notes).toEqual(['文件内容其实是网页（HTML），只读取了其中的文字和表格。'])
  })

  it('may be broken off anywhere', () => {
    for (let end = 200; end < page.length; end += 7) {
      const bytes = new TextEncoder().encode(page.slice(0, end))
      try {
        expect(readHtml(bytes, '材料.doc').text).not.toBe('')
      } catch (error) {
        expect(error).toMatchObject({ reason: 'empty' })
      }
    }
  })
})
