import { expect, it } from 'vitest'
import { termIn } from './terms.ts'

it.each<[words: string, from: string | null, to: string | null]>([
  ['2024年3月15日', '2024-03-15', null],
  ['2024年3月', '2024-03-01', null],
  ['2024.03', '2024-03-01', null],
  ['2024-03-15', '2024-03-15', null],
  ['45366', '2024-03-15', null],
  ['2024年', '2024-01-01', null],
  ['2024年3月15日起', '2024-03-15', null],
  ['2022.05至今', '2022-05-01', null],
  ['2022年5月—2024年2月', '2022-05-01', '2024-02-29'],
  ['2022年5月1日至2024年2月15日', '2022-05-01', '2024-02-15'],
  ['', null, null],
  ['—', null, null],
  ['现任', null, null],
])('%s is from %s to %s', (words, from, to) => {
  expect(termIn(words)).toEqual({ from, to })
})

it.each(['尽快', '去年', '2024年2月30日', '王明'])('%s is no term', (words) => {
  expect(termIn(words)).toBeNull()
})
