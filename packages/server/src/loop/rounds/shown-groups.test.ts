import { expect, it } from 'vitest'
import { shownGroups } from './shown-groups.ts'

/** Every number that comes out when what is shown of some groups is subtracted from the whole. */
function differences(counts: readonly number[], shown: readonly boolean[]): number[] {
  const whole = counts.reduce((sum, count) => sum + count, 0)
  const parts = counts.filter((_, index) => shown[index])
  return parts.reduce<number[]>((all, part) => [...all, ...all.map((rest) => rest - part)], [whole])
}

it('no difference of what is shown is a number below five, whatever four groups answered', () => {
  const upTo = Array.from({ length: 12 }, (_, count) => count)
  let shownOnce = 0
  for (const a of upTo)
    for (const b of upTo)
      for (const c of upTo)
        for (const d of upTo) {
          const counts = [a, b, c, d]
          const shown = shownGroups(counts)
          if (shown.includes(true)) shownOnce += 1
          const small = [...differences(counts, shown), ...counts.filter((_, index) => shown[index])]
          expect(shown.includes(true) ? small.filter((count) => count > 0 && count < 5) : []).toEqual([])
        }
  expect(shownOnce).toBeGreaterThan(10_000)
})
