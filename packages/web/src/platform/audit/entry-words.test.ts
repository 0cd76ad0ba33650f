import { expect, it } from 'vitest'
import { contentOf } from './entry-words.ts'

it.each([
  ['a role', { role: 'handler', roleName: '联络员', organisation: '市财政局党组' }, '市财政局党组的联络员'],
  [
    'settings',
    {
      before: { idleMinutes: 30, version: 1, officeName: '' },
      after: { idleMinutes: 20, version: 2, officeName: '市委' },
    },
    '不操作多久后退出：30 → 20；单位名称：空 → 市委',
  ],
  ['what takes more than a line', { before: { approvals: [] }, after: { approvals: [1] } }, '改了销号的审批'],
  ['a field nobody has named', { before: { strange: 1 }, after: { strange: 2 } }, '其他内容：1 → 2'],
  ['a reason', { reason: '口令不对' }, '口令不对'],
  ['states, which the act tells already', { before: 'assigned', after: 'rectifying' }, ''],
  ['nothing', {}, ''],
])('%s', (_, detail, words) => {
  expect(contentOf({ detail }, { idleMinutes: '不操作多久后退出' })).toBe(words)
})
