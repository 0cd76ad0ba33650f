import type { Meeting } from '@duizhao/contract'
import { expect, it } from 'vitest'
import { cellOf, rowInWords } from './board-cells.ts'

const meeting = { done: ['plan'], late: ['study'], nextStep: 'opinions', nextDue: '2027-01-06' } as unknown as Meeting

it.each([
  ['plan', { word: '完', tone: 'done' }],
  ['study', { word: '迟', tone: 'late' }],
  ['opinions', { word: '1月6日前', tone: 'next' }],
  ['session', { word: '', tone: 'open' }],
] as const)('the cell of %s says how the step stands', (step, cell) => {
  expect(cellOf(meeting, step)).toEqual(cell)
})

it('a row says how many steps are done and which are late', () => {
  expect(rowInWords(meeting)).toBe('1 个环节办完，迟：学习')
})
