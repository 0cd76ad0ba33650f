import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { draftUnder, dropDraft, keepDraft } from './draft.ts'

/** What a browser's tab keeps (HTML, Web Storage). */
const kept = new Map<string, string>()
beforeEach(() => {
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
})
afterEach(() => {
  kept.clear()
  vi.unstubAllGlobals()
})

it('what was typed comes back under its name only, until it is sent', () => {
  keepDraft('return:1', { reason: '材料不全' })
  expect([draftUnder('return:1'), draftUnder('return:2')]).toEqual([{ reason: '材料不全' }, {}])
  keepDraft('return:1', { reason: '缺会议记录' })
  keepDraft('return:2', { reason: '另一件' })
  dropDraft('return:1')
  expect([draftUnder('return:1'), draftUnder('return:2')]).toEqual([{}, { reason: '另一件' }])
})

it.each(['{"reason":', 'null', '"一句话"', '3'])('what is no form (%s) is nothing', (text) => {
  keepDraft('return:1', {})
  const [key = ''] = kept.keys()
  kept.set(key, text)
  expect(draftUnder('return:1')).toEqual({})
})
