import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { draftUnder, dropDraft, forgetDrafts, keepDraft, keepDraftsOf } from './drafts.ts'

/** What a browser keeps (HTML, Web Storage): an object whose own keys are those that were set. */
let kept: Record<string, string> = {}
beforeEach(() => {
  kept = {}
  Object.defineProperties(kept, {
    getItem: { value: (key: string) => kept[key] ?? null },
    setItem: { value: (key: string, value: string) => void (kept[key] = value) },
    removeItem: { value: (key: string) => delete kept[key] },
  })
  vi.stubGlobal('localStorage', kept)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

it('what one account typed is not there for the next, nor after signing out', () => {
  kept['duizhao:views:1'] = '[]'
  keepDraftsOf('xie')
  keepDraft('register', { text: '账实不符' })
  keepDraftsOf('xie')
  expect(draftUnder('register')).toEqual({ text: '账实不符' })
  keepDraftsOf('ouyang')
  expect(draftUnder('register')).toEqual({})
  keepDraftsOf('xie')
  expect(draftUnder('register')).toEqual({})
  keepDraft('register', { text: '又写一遍' })
  forgetDrafts()
  expect(Object.keys(kept)).toEqual(['duizhao:views:1'])
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
  const [key = ''] = Object.keys(kept)
  kept[key] = text
  expect(draftUnder('return:1')).toEqual({})
})
