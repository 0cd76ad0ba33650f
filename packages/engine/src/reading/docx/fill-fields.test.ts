import { describe, expect, it } from 'vitest'
import { isUnreadable } from '../read.ts'
import { docxOf } from '../testing/docx-of.ts'
import { fillFields } from './fill-fields.ts'
import { readDocx } from './read-docx.ts'

const run = (words: string, bold = false): string =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t>${words}</w:t></w:r>`
const paragraph = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`

function filled(body: string, values: Readonly<Record<string, string>>): { text: string; unknown: readonly string[] } {
  const result = fillFields(docxOf(body), '督办单.docx', values)
  if (isUnreadable(result)) throw new Error(result.message)
  const document = readDocx(result.bytes, '督办单.docx')
  if (isUnreadable(document)) throw new Error(document.message)
  return { text: document.text, unknown: result.unknown }
}

describe('filling the fields of a template', () => {
  it('puts values in place of their fields, with the format the field had', () => {
    expect(
      filled(paragraph(run('责任单位：'), run('{{责任单位}}', true), run('。')), { 责任单位: '办公室 & <人事科>' })
        .text,
    ).toBe('责任单位：办公室 & <人事科>。')
  })

  it('finds fields that Word has split over runs, several in a paragraph, and full-width braces', () => {
    const body = paragraph(run('请{'), run('{责任'), run('单位}}于｛｛期限｝｝前办结'))
    expect(filled(body, { 责任单位: '办公室', 期限: '2026年3月31日' }).text).toBe('请办公室于2026年3月31日前办结')
  })

  it('fills fields in tables, and makes lines of line breaks', () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph(run('{{问题}}'))}</w:tc></w:tr></w:tbl>`
    expect(filled(table, { 问题: '第一行\n第二行' }).text).toContain('第一行\n第二行')
  })

  it('leaves what it has no value for, and names it', () => {
    expect(filled(paragraph(run('{{编号}}号 {{日期}}')), { 日期: '3月1日' })).toEqual({
      text: '{{编号}}号 3月1日',
      unknown: ['编号'],
    })
  })

  it('gives back the same bytes when there is nothing to fill, and refuses what is no Word document', () => {
    const bytes = docxOf(paragraph(run('没有字段')))
    const same = fillFields(bytes, '督办单.docx', { 日期: '3月1日' })
    expect(!isUnreadable(same) && same.bytes).toBe(bytes)
    expect(isUnreadable(fillFields(new Uint8Array([1, 2]), '督办单.docx', {}))).toBe(true)
  })
})
