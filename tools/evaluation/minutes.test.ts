import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countedIn } from './minutes.ts'

const counted = await countedIn(join(import.meta.dirname, '../../samples/minutes'))

describe('the records of the samples', () => {
  it.each(['day', 'topics', 'absent', 'kinds', 'host', 'numbers'])('%s are read as the answers say', (name) => {
    const own = counted.filter((each) => each.name === name)
    const count = (sort: string): number => own.filter((each) => each.sort === sort).length
    expect(count('right') / (count('right') + count('extra'))).toBeGreaterThanOrEqual(0.95)
    expect(count('right') / (count('right') + count('missed'))).toBeGreaterThanOrEqual(0.95)
  })
})
