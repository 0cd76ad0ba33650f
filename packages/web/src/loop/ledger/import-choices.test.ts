import { expect, it } from 'vitest'
import { isAllSaid, nothingSaid, saidAgain } from './import-choices.ts'

const problem = { id: '0198c1b0-0000-7000-8000-000000000001', number: 1, text: '', organisationName: '' }
const asked = (line: number, row: number) => ({ line, row, sheet: '台账', text: `第 ${row} 行`, problem })

it('what was chosen stays with its row of the file when rows above it are left out', () => {
  const before = { alike: [asked(1, 3), asked(2, 4)], units: [], people: [] }
  const after = { ...before, alike: [asked(0, 3), asked(1, 4)] }
  const same = [{ line: 2, isSame: true }]
  const said = saidAgain({ ...nothingSaid, same }, before, after)
  expect(said.same).toEqual([{ line: 1, isSame: true }])
  expect(isAllSaid(after, said)).toBe(false)
  expect(isAllSaid(after, { same: [...said.same, { line: 0, isSame: false }] })).toBe(true)
})

it('what is not asked any more is not said', () => {
  const personId = '0198c1b0-0000-7000-8000-000000000002'
  const choices = {
    ...nothingSaid,
    people: [
      { name: '齐放', personId },
      { name: '方明', personId },
    ],
  }
  const of = (...names: string[]) => ({
    ...{ alike: [], units: [] },
    people: names.map((name) => ({ name, places: 1, isSeveral: false })),
  })
  expect(saidAgain(choices, of('齐放', '方明'), of('方明')).people).toEqual([{ name: '方明', personId }])
})
