import { expect, it } from 'vitest'
import { mediaTypeOf, nameFor } from './media-type.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const bytes = (text: string) => new TextEncoder().encode(text)

it.each([
  ['a page in a picture', 'GIF89a/*<html><script>alert(1)</script>', '公示.html', '公示.html.gif'],
  ['a script in a PDF', '%PDF-1.7\n<script>alert(1)</script>', '纪要.hta', '纪要.hta.pdf'],
  ['a picture as it is called', 'GIF89a', '现场.GIF', '现场.GIF'],
  ['a text', '巡查记录', '记录.csv', '记录.csv'],
  ['a mail', 'From: <a@b.cn>\nSubject: x\n\n见附件', '转发.eml', '转发.eml'],
  ['a page a system exports as a workbook', '<table><tr><td>1</td></tr></table>', '台账.xls', '台账.xls'],
  ['XML a system exports as a document', '<?xml version="1.0"?><w:wordDocument/>', '方案.doc', '方案.doc'],
  ['a form of RTF', '{\\rtf1 x}', '方案.rtf', '方案.rtf'],
])('%s is kept under a name of what it is', async (_, content, name, kept) => {
  const mediaType = await mediaTypeOf(bytes(content), name)
  expect(nameFor(name, mediaType ?? '')).toBe(kept)
})

it.each([
  ['a page', '<!doctype html><script>alert(1)</script>', '公示.html'],
  ['a page behind a byte order mark', '\ufeff<html><script>alert(1)</script>', '公示.html'],
  ['a drawing that runs scripts', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', '照片.svg'],
  ['a drawing called a text', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', '照片.txt'],
])('%s does not come in', async (_, content, name) => {
  expect(await mediaTypeOf(bytes(content), name)).toBeNull()
})

it('says which container it is by the name, and has one where the name says nothing', () => {
  expect(nameFor('纪要.wps', 'application/x-cfb')).toBe('纪要.wps')
  expect(nameFor('安装.msi', 'application/x-cfb')).toBe('安装.msi.doc')
  expect(nameFor('公文.ofd', 'application/zip')).toBe('公文.ofd')
  expect(nameFor('扫描件', 'application/pdf')).toBe('扫描件.pdf')
})

it('stays short enough to be saved, with its extension, and never half a character', () => {
  const name = nameFor(`${'长'.repeat(194)}😀😀😀.docx`, DOCX)
  expect([name.length <= 200, name.endsWith('.docx'), name.isWellFormed()]).toEqual([true, true, true])
})
