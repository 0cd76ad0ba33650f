import { expect, it } from 'vitest'
import { plannedDeadlines, undoneDeadline } from './batch-deadline.ts'
import { problemWith } from './testing/problem.ts'

const everybody = { today: '2026-11-30', mayChange: true, mayReport: true }
const fresh = problemWith({ state: 'registered', dueOn: '2027-06-30' })
const assigned = problemWith({ state: 'rectifying', dueOn: '2027-01-31' })
const sustained = problemWith({ state: 'assigned', class: 'sustained', dueOn: null })
const done = problemWith({ state: 'struck_off', dueOn: '2026-06-30' })

it('is changed where it may be, asked for where it stands, and left where it is over', () => {
  const planned = plannedDeadlines([fresh, assigned, sustained, done], { dueOn: '2027-12-31' }, everybody)
  expect(planned.map(({ change }) => change?.dueOn ?? null)).toEqual(['2027-12-31', null, '2027-12-31', null])
  expect(planned.map(({ extension }) => extension?.until ?? null)).toEqual([null, '2027-12-31', null, null])
  expect(planned.map(({ words }) => words[0])).toEqual([
    '完成时限：2027年6月30日 → 2027年12月31日',
    '完成时限：2027年1月31日 → 2027年12月31日',
    '完成时限：无 → 2027年12月31日',
    '完成时限：2026年6月30日 → 2027年12月31日',
  ])
  expect(planned[3]?.remark).toBe('状态是“已销号”')
})

it('another class alone keeps the day of each', () => {
  const [one, other, last] = plannedDeadlines([fresh, assigned, sustained], { class: 'sustained' }, everybody)
  expect(one?.change).toEqual({ problemId: fresh.id, version: fresh.version, class: 'sustained' })
  expect(other?.extension).toMatchObject({ until: '2027-01-31', class: 'sustained' })
  expect([last?.change, last?.extension, last?.remark]).toEqual([null, null, ''])
})

it('is left out, with the reason, where the service would refuse', () => {
  const remarks = (said: object, asker = everybody) =>
    plannedDeadlines([fresh, assigned, sustained], said, asker).map(({ remark }) => remark)
  expect(remarks({ dueOn: '2027-01-01' })[1]).toBe('延期要比现在的时限和今天都晚')
  expect(remarks({ class: 'immediate' })[2]).toBe('没有完成时限，请填')
  const noReporter = remarks({ dueOn: '2027-12-31' }, { ...everybody, mayReport: false })
  expect(noReporter).toEqual(['', '已经分派，要申请延期，没有这项权限', ''])
  const noWriter = remarks({ dueOn: '2027-12-31' }, { ...everybody, mayChange: false })
  expect([noWriter[0], noWriter[2]]).toEqual(['没有修改问题的权限', '没有修改问题的权限'])
})

it('what was changed can be put back, what was asked for cannot', () => {
  const [one, other, last] = plannedDeadlines([fresh, assigned, sustained], { dueOn: '2027-12-31' }, everybody)
  expect(one && undoneDeadline(one, 9)).toEqual({ problemId: fresh.id, version: 9, dueOn: '2027-06-30' })
  expect(other && undoneDeadline(other, 9)).toBeNull()
  // Once a day stands, somebody else has to agree that it moves.
  expect(last && undoneDeadline(last, 9)).toBeNull()
})
