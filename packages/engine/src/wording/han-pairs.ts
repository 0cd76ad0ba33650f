const FIRST = 0x4e00
/** How many code points Chinese characters have: two of them make a small integer, which maps and sets look up fastest. */
const COUNT = 0x5200

/** The number of a pair of neighbouring characters, given as UTF-16 units; -1 unless both are Chinese characters. */
export function hanPair(first: number, second: number): number {
  const [one, other] = [first - FIRST, second - FIRST]
  return one >= 0 && one < COUNT && other >= 0 && other < COUNT ? one * COUNT + other : -1
}
