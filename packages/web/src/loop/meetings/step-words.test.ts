import { expect, it } from 'vitest'
import { nextInChinese } from './step-words.ts'

it.each([
  [{ nextStep: 'plan', nextDue: '2027-01-06' }, '方案，2027年1月6日前办完', false],
  [{ nextStep: 'report', nextDue: '2026-12-01' }, '上报，应在2026年12月1日前办完，已超期', true],
  [{ nextStep: 'plan', nextDue: null }, '方案', false],
  [{ nextStep: null, nextDue: null }, '都办完了', false],
  [{ nextStep: null, nextDue: null, isReplaced: true }, '已责令补课，不再办', false],
] as const)('the next step of %j is told as %s', (meeting, words, isLate) => {
  expect(nextInChinese({ isReplaced: false, ...meeting }, '2026-12-20')).toEqual({ words, isLate })
})
