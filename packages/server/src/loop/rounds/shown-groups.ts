import { LEAST_SHOWN } from '@duizhao/contract'

/**
 * Which groups are told apart in the results, by how many answers each gave: those with at least five, as long as what is
 * left over is nothing or at least five too; else the smallest of them is put with the rest. Whatever is subtracted from
 * whatever, no number below five comes out.
 */
export function shownGroups(answered: readonly number[]): boolean[] {
  const shown = answered.map((count) => count >= LEAST_SHOWN)
  const restOf = (): number => answered.reduce((sum, count, index) => (shown[index] ? sum : sum + count), 0)
  while (restOf() > 0 && restOf() < LEAST_SHOWN && shown.includes(true)) {
    const least = Math.min(...answered.filter((_, index) => shown[index]))
    shown[answered.findIndex((count, index) => shown[index] && count === least)] = false
  }
  return shown
}
