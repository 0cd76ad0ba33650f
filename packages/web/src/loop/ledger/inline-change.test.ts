import { type RefusalBody, RefusedCall } from '@duizhao/contract'
import { expect, it } from 'vitest'
import { assignmentOf, bodyOf, faultOf, isTyped } from './inline-change.ts'
import { problemWith } from './testing/problem.ts'

const base = problemWith({ aspect: '作风', dueOn: '2026-06-30', version: 7 })

it.each([
  ['nothing', { base, field: 'aspect', value: '作风' }, false],
  ['another word', { base, field: 'aspect', value: '纪律' }, true],
  ['a word taken away', { base, field: 'aspect', value: '' }, true],
  ['no date where there was none', { base: problemWith({ dueOn: null }), field: 'dueOn', value: '' }, false],
  ['a date taken away', { base, field: 'dueOn', value: '' }, true],
] as const)('%s typed', (_, change, typed) => {
  expect(isTyped(change)).toBe(typed)
})

it('a change carries all that is written about the problem, and the version it rests on', () => {
  const { source, text, cause, goal, class: kind } = base
  const rest = { source, text, cause, goal, class: kind, version: 7 }
  expect(bodyOf({ base, field: 'aspect', value: '纪律' })).toEqual({ ...rest, aspect: '纪律', dueOn: '2026-06-30' })
  expect(bodyOf({ base, field: 'dueOn', value: '' })).toEqual({ ...rest, aspect: '作风', dueOn: null })
})

it('a person is chosen by the whole assignment; who does it may be nobody, who leads is somebody', () => {
  const [lead, handler] = [
    { id: 'l', name: '方远' },
    { id: 'h', name: '何敏' },
  ]
  const led = problemWith({ lead, handler, class: 'dated', dueOn: '2026-06-30', version: 7 })
  const rest = { class: 'dated', dueOn: '2026-06-30', version: 7 }
  expect(isTyped({ base: led, field: 'lead', value: 'l' })).toBe(false)
  expect(assignmentOf({ base: led, field: 'lead', value: 'x' })).toEqual({ ...rest, leadId: 'x', handlerId: 'h' })
  expect(assignmentOf({ base: led, field: 'handler', value: '' })).toEqual({ ...rest, leadId: 'l', handlerId: null })
})

it('a refusal is told by what it says of the field, else by its own sentence', () => {
  const refused = (places: RefusalBody['places']): RefusedCall =>
    new RefusedCall({ type: '', status: 400, code: 'invalid', title: '不行。', todo: '请改。', places, requestId: '' })
  expect(faultOf(refused([{ field: 'dueOn', message: '没有这个日期。' }]))).toBe('没有这个日期。')
  expect(faultOf(refused(undefined))).toBe('不行。请改。')
  expect(faultOf(refused([]))).toBe('不行。请改。')
})
