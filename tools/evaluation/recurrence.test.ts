import { join } from 'node:path'
import { expect, it } from 'vitest'
import { countedRecurrences } from './recurrence.ts'

it('problems come back in other words are told from their neighbours as the answers of two hands say', () => {
  const sets = countedRecurrences(join(import.meta.dirname, '../../samples/recurrence'))
  const counted = sets.flatMap((set) => set.counted)
  const count = (sort: string): number => counted.filter((each) => each.sort === sort).length
  expect(sets.reduce((total, { pairs }) => total + pairs, 0)).toBeGreaterThanOrEqual(4000)
  expect(count('right') / (count('right') + count('extra'))).toBeGreaterThanOrEqual(0.85)
  expect(count('right') / (count('right') + count('missed'))).toBeGreaterThanOrEqual(0.65)
})
