import type { Counted } from './count-text.ts'

interface Values {
  readonly wanted: readonly string[]
  readonly found: readonly string[]
  readonly isSame?: (wanted: string, found: string) => boolean
}

/** What of some values was read rightly, wrongly and not at all; one that is there twice must be found twice. */
export function countValues(
  where: string,
  name: string,
  { wanted, found, isSame = (one, other) => one === other }: Values,
): Counted[] {
  const left = [...wanted]
  const given = found.map((what): Counted => {
    const at = left.findIndex((value) => isSame(value, what))
    if (at >= 0) left.splice(at, 1)
    return { name, sort: at >= 0 ? 'right' : 'extra', where, what }
  })
  return [...given, ...left.map((what): Counted => ({ name, sort: 'missed', where, what }))]
}
