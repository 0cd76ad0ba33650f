/** A table of weights as it is written: one sign a weight, from “(” up, without “\\” and the backtick; line breaks say nothing. */
export interface PackedWeights {
  readonly table: string
  /** The sign of nought, counted from “(”. */
  readonly middle: number
  readonly scale: number
}

/** So many weights of a table, each a small whole number: times `scale` it is what was learnt. */
export function unpackedWeights({ table, middle }: PackedWeights, count: number): Int8Array {
  const weights = new Int8Array(count)
  let place = 0
  for (let i = 0; i < table.length; i++) {
    const code = table.charCodeAt(i)
    if (code < 0x28) continue
    weights[place] = code - 0x28 - (code > 0x5c ? 1 : 0) - (code > 0x60 ? 1 : 0) - middle
    place += 1
  }
  return weights
}
