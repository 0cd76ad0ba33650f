import { join } from 'node:path'
import { expect, it } from 'vitest'
import { noticesCounted } from './notices.ts'

const counted = await noticesCounted(join(import.meta.dirname, '../../samples/notices'))

it.each(['kind', 'year', 'theme', 'aspects', 'points', 'until', 'report items'])(
  'of the notices of the samples, %s are read as the answers say',
  (name) => {
    const own = counted.filter((each) => each.name === name)
    const count = (sort: string): number => own.filter((each) => each.sort === sort).length
    expect(count('right')).toBeGreaterThan(0)
    expect(count('right') / (count('right') + count('extra'))).toBeGreaterThanOrEqual(0.95)
    expect(count('right') / (count('right') + count('missed'))).toBeGreaterThanOrEqual(0.95)
  },
)
