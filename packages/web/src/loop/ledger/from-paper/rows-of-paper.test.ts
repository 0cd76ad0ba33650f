import type { ProposedProblem } from '@duizhao/contract'
import { expect, it } from 'vitest'
import {
  bodyOf,
  faultsOf,
  filled,
  mergedUp,
  rowsOf,
  segmentsOf,
  splitRow,
  unregistered,
  withRow,
} from './rows-of-paper.ts'

const measure = {
  ...{ responsible: '', coUnit: '', dueOn: null, earlyOn: null, funding: '', contingency: '', doneOn: null },
}
const proposed = (begins: number, text: string): ProposedProblem => ({
  ...{ begins, ends: begins + 4, text, aspect: '作风', source: 'meeting', class: 'dated', dueOn: null, goal: '' },
  ...{
    lead: '',
    handler: '',
    doubt: 'several',
    causes: [{ begins: 50, ends: 52, text: `${text}的原因`, isSure: false }],
  },
  measures: [{ begins: 60, ends: 62, isSure: true, fields: { ...measure, text: `改${text}` } }],
})
const rows = rowsOf({ problems: [proposed(10, '补记不及时'), proposed(20, '调研不深入')], about: null })
const [first = '', second = ''] = rows.map(({ id }) => id)

it('chooses nothing by itself', () => {
  expect(bodyOf(rows)).toEqual([])
  expect(rows.map(({ unsure }) => unsure)).toEqual([1, 1])
})

it('makes one row of two places of two problems', () => {
  const [only, ...rest] = mergedUp(rows, second)
  expect(rest).toEqual([])
  expect(only?.places.map(({ begins }) => begins)).toEqual([10, 20])
  expect(only?.fields.text).toBe('补记不及时\n调研不深入')
  expect(only?.fields.measures.map(({ text }) => text)).toEqual(['改补记不及时', '改调研不深入'])
  expect(mergedUp(rows, first)).toEqual(rows)
})

it('makes two of one, of the same places, the measures with the first', () => {
  const halves = splitRow(rows, first)
  expect(halves.map(({ id }) => id)).toEqual(['at-10', 'at-10-2', 'at-20'])
  expect(halves.map(({ fields }) => fields.measures.length)).toEqual([1, 0, 1])
  expect(splitRow(halves, first).map(({ id }) => id)).toEqual(['at-10', 'at-10-3', 'at-10-2', 'at-20'])
})

it('fills in what is said, and only where it is chosen', () => {
  const chosen = filled(withRow(rows, second, { isChosen: true }), { dueOn: '2026-09-30', leadId: null })
  expect(chosen.map(({ fields }) => fields.dueOn)).toEqual([null, '2026-09-30'])
})

it('says of the chosen which have no deadline', () => {
  const chosen = withRow(rows, second, { isChosen: true })
  expect(faultsOf(chosen)).toEqual([{ id: second, message: '第 2 个还没有完成时限' }])
  expect(faultsOf(filled(chosen, { class: 'sustained' }))).toEqual([])
})

it('sends a problem that is there as a place of it', () => {
  const same = { id: 'known', number: 12 }
  expect(bodyOf(withRow(rows, first, { isChosen: true, same }))).toEqual([
    { as: 'joined', places: [{ begins: 10, ends: 14 }], problemId: 'known' },
  ])
})

it('does not offer again what is registered, nor what overlaps with it', () => {
  expect(unregistered(rows, [{ begins: 13, ends: 15 }]).map(({ id }) => id)).toEqual([second])
})

it('cuts the text into what is of a row, registered, and between', () => {
  const cut = segmentsOf(30, unregistered(rows, [{ begins: 10, ends: 14 }]), [{ begins: 10, ends: 14 }])
  expect(cut.map(({ begins, ends, rowId, isRegistered }) => [begins, ends, rowId, isRegistered])).toEqual([
    [0, 10, null, false],
    [10, 14, null, true],
    [14, 20, null, false],
    [20, 24, second, false],
    [24, 30, null, false],
  ])
})
