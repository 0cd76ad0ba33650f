import { describe, expect, it } from 'vitest'
import { outliers, saidOf } from './stated-values.ts'

const stated = (...values: readonly (readonly [path: string, value: number])[]) =>
  values.map(([path, value]) => ({ path, value, start: 0, end: 1 }))

describe('the paper to blame for a number', () => {
  const words = (values: ReturnType<typeof stated>, listed?: number) => {
    const found = outliers(values, listed)
    return found === null ? null : saidOf(found, '条')
  }

  it('is the one that says another than most', () => {
    expect(words(stated(['甲', 26], ['乙', 28], ['丙', 26]))).toBe('乙写28条，其他材料写26条')
  })

  it('is the one that says another than the list, where one stands against one', () => {
    expect(words(stated(['甲', 26], ['乙', 28]), 28)).toBe('甲写26条，其他材料写28条')
  })

  it('is not known where one stands against one, or against a list of neither', () => {
    expect(words(stated(['甲', 26], ['乙', 28]))).toBe('甲写26条，乙写28条')
    expect(words(stated(['甲', 26], ['乙', 28]), 9)).toBe('甲写26条，乙写28条')
  })

  it('is none where all state one number among theirs', () => {
    expect(words(stated(['甲', 26], ['甲', 9], ['乙', 26]))).toBeNull()
  })
})
