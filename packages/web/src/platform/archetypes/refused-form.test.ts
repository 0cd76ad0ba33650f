import { type RefusalBody, RefusedCall } from '@duizhao/contract'
import { expect, it } from 'vitest'
import { faultsOf } from './refused-form.ts'

const refusedAt = (...fields: (string | undefined)[]): RefusedCall =>
  new RefusedCall({
    type: '',
    status: 400,
    code: 'invalid',
    title: '填写的内容有问题。',
    todo: '请改正。',
    places: fields.map((field) => ({ ...(field === undefined ? {} : { field }), message: `${field ?? '别处'}不对` })),
    requestId: '',
  } satisfies RefusalBody)

const shown = [['reason'], ['measures', 0, 'text'], ['measures', 1, 'text'], ['mail', 'from']]
const sentence = '填写的内容有问题。请改正。'

it.each([
  ['a field of its own', refusedAt('reason'), ['reason'], ''],
  ['one of a list, which the service counts as the form does', refusedAt('measures.1.text'), ['measures.1.text'], ''],
  ['one that lies deeper', refusedAt('mail.from'), ['mail.from'], ''],
  ['two at once', refusedAt('reason', 'measures.0.text'), ['reason', 'measures.0.text'], ''],
  ['a field the form does not show', refusedAt('version'), [], sentence],
  ['one it shows, and one it does not', refusedAt('reason', 'exception'), ['reason'], sentence],
  ['no field', refusedAt(undefined), [], sentence],
  ['nothing in particular', refusedAt(), [], sentence],
  ['no answer at all', new TypeError('failed to fetch'), [], '连不上服务。请检查网络，稍后再试。'],
])('a refusal about %s is told where it belongs, and never nowhere', (_, error, fields, rest) => {
  const told = faultsOf(error, shown)
  expect(told.fields.map(({ name }) => name.join('.'))).toEqual(fields)
  expect(told.rest).toBe(rest)
})
