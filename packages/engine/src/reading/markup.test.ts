import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stripMarkup } from './markup.ts'

function visible(text: string): string {
  return stripMarkup(text, { start: 0, end: text.length }).plain
}

describe('what a reader sees of a line of Markdown', () => {
  const lines: readonly [markdown: string, plain: string][] = [
    ['**（****一****）****理论学习方面**', '（一）理论学习方面'],
    ['**1****.****学习不够深入。**领导班子学习不系统', '1.学习不够深入。领导班子学习不系统'],
    ['# **临江市档案局对照检查材料**', '临江市档案局对照检查材料'],
    ['##一、存在的问题', '一、存在的问题'],
    ['#', ''],
    ['## 二、原因分析 ##', '二、原因分析'],
    ['> 　　会前', '会前'],
    ['- 学习不够', '学习不够'],
    ['1\\. 学习不够\\', '1. 学习不够'],
    ['\\*\\*局', '**局'],
    ['***带头***讲政治', '带头讲政治'],
    ['*一是*，_二是_，__三是__', '一是，二是，三是'],
    ['问题&nbsp;措施&#12288;&#x4e00;&amp;', '问题 措施　一&'],
    ['第一行<br>第二行<br />第三行', '第一行\n第二行\n第三行'],
    ['<span style="color:red">红字</span><u>下划线</u>', '红字下划线'],
    ['[党章](https://example.invalid/dang.html)和[划线]{.underline}', '党章和划线'],
    ['**认真学习 **，落实', '认真学习 ，落实'],
    ['**要求：****', '要求：'],
  ]
  it.each(lines)('%s', (markdown, plain) => {
    expect(visible(markdown)).toBe(plain)
  })
})

describe('leftovers are not markup', () => {
  const leftovers = [
    '落实**工作要求',
    '**局党组',
    '****局召开会议',
    '____年__月__日',
    '李*同志和王*同志',
    '经办人：______',
    '<单位名称>',
    '［2025］3号',
    '5*3 和 4*2',
    'a_b_c',
    '第一行\n\n第二行 &kind; 3 < 5',
  ]
  it.each(leftovers)('%s', (text) => {
    expect(visible(text)).toBe(text)
  })

  it('keeps a leftover beside real bold', () => {
    expect(visible('**一、学习方面**要求**局')).toBe('一、学习方面要求**局')
  })
})

describe('the way back to the text', () => {
  it('gives for each visible character its place', () => {
    const text = '前言\n**1****.****学习**\\*\n后语'
    const { plain, offsets } = stripMarkup(text, { start: 3, end: text.length })
    expect(plain).toBe('1.学习*\n后语')
    for (let i = 0; i < plain.length; i++) expect(text.charAt(offsets[i] ?? -1)).toBe(plain.charAt(i))
  })

  it('knows bold that begins before the span', () => {
    const text = '**一、理论学习**方面'
    expect(stripMarkup(text, { start: 4, end: text.length }).plain).toBe('理论学习方面')
  })

  it('stays inside the span and ascends on any text', () => {
    const pieces = fc.constantFrom(
      '**',
      '*',
      '_',
      '__',
      '\\',
      '<br>',
      '&nbsp;',
      '&#65;',
      '[',
      '](a/b)',
      '#',
      ' ',
      '\n',
      '一',
      '。',
      '<',
      '>',
      '`',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.nat(60), fc.nat(60), (words, a, b) => {
        const text = words.join('')
        const span = { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) }
        const { plain, offsets } = stripMarkup(text, span)
        expect(offsets.length).toBe(plain.length)
        let before = span.start - 1
        for (const at of offsets) {
          expect(at).toBeGreaterThan(before)
          before = at
        }
        expect(before).toBeLessThan(Math.max(span.end, span.start))
      }),
    )
  })
})
