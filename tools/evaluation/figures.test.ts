import { join } from 'node:path'
import { expect, it } from 'vitest'
import { countedFigures } from './figures.ts'

it('figures claimed in the samples, written by another hand, are read as the answers say', () => {
  const counted = countedFigures(join(import.meta.dirname, '../../samples/figures'))
  const count = (sort: string): number => counted.filter((each) => each.sort === sort).length
  expect(count('right') + count('missed')).toBeGreaterThanOrEqual(100)
  expect(count('right') / (count('right') + count('extra'))).toBeGreaterThanOrEqual(0.95)
  expect(count('right') / (count('right') + count('missed'))).toBeGreaterThanOrEqual(0.95)
})
