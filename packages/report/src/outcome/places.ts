/** Where a UTF-16 offset lies for a reader: line and column, both counted from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** A function that turns offsets of `text` into lines and columns, in logarithmic time. */
export function placesOf(text: string): (offset: number) => Place {
  const starts = [0]
  for (const { index, 0: ending } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + ending.length)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
