import { isUnreadable, read } from '@duizhao/engine'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { reviewDocument } from '../outcome/review-document.ts'
import { annotatedCopy } from './annotated-copy.ts'
import { officialDocument } from './official-document.ts'

async function reviewed(words: readonly string[]) {
  const blocks = words.map((each) => ({ kind: 'paragraph', words: each }) as const)
  const bytes = officialDocument({ title: '个人对照检查材料', blocks })
  const document = await read(bytes, '材料.docx')
  if (isUnreadable(document)) throw new Error(document.message)
  const { findings } = reviewDocument('材料.docx', document, {})
  const copy = await annotatedCopy(bytes, document, findings)
  if ('reason' in copy) throw new Error(copy.message)
  expect(copy.isOwnFile).toBe(true)
  const again = await read(copy.bytes, '材料.docx')
  if (isUnreadable(again)) throw new Error(again.message)
  const comments = strFromU8(unzipSync(copy.bytes)['word/comments.xml'] ?? new Uint8Array())
  return { document, findings, again, comments }
}

it('carries every finding as a comment that names severity and rule’s reason, and leaves the text as it was', async () => {
  const { document, findings, again, comments } = await reviewed(['走访XX户，<算>了2025年2月30日的账。', '=1+1，。'])
  expect(findings.length).toBeGreaterThan(2)
  expect(comments.match(/<w:comment /g)).toHaveLength(findings.length)
  expect(comments.match(/【(?:错误|疑点|建议)】/g)).toHaveLength(findings.length)
  expect(again.text).toBe(document.text)
})

it('is a sound document too where only a title is written', async () => {
  const { findings, document, again, comments } = await reviewed([])
  expect(comments.match(/<w:comment /g)?.length ?? 0).toBe(findings.length)
  expect(again.text).toBe(document.text)
})

it('of a file that holds no comments of ours is a .docx with the same words, tables and all', async () => {
  const rtf = String.raw`{\rtf1\ansicpg936 XX\par\trowd\cellx900\cellx1800 \intbl 1\cell 2025 30 XX\cell\row\trowd\cellx900\cellx1800 \intbl 2\cell a\cell\row\pard =1+1\par}`
  const bytes = new TextEncoder().encode(rtf)
  const document = await read(bytes, '材料.rtf')
  if (isUnreadable(document)) throw new Error(document.message)
  const { findings } = reviewDocument('材料.rtf', document, {})
  const copy = await annotatedCopy(bytes, document, findings)
  if ('reason' in copy) throw new Error(copy.message)
  const again = await read(copy.bytes, '材料.docx')
  if (isUnreadable(again)) throw new Error(again.message)
  expect(copy.isOwnFile).toBe(false)
  expect(again.text).toBe(document.text)
  expect(again.tables.map(({ cells }) => cells.map(({ text }) => text))).toEqual(
    document.tables.map(({ cells }) => cells.map(({ text }) => text)),
  )
  const comments = strFromU8(unzipSync(copy.bytes)['word/comments.xml'] ?? new Uint8Array())
  expect(findings.length).toBeGreaterThan(0)
  expect(comments.match(/<w:comment /g)).toHaveLength(findings.length)
})
