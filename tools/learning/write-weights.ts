import { writeFileSync } from 'node:fs'

/** A weight is written as one of so many signs on either side of nought. */
const MIDDLE = 42
const LINE = 112

/** Writes a table of weights as a module of the engine: one sign a weight. */
export function writeWeights(
  weights: Float64Array,
  { file, name, says }: { readonly file: string; readonly name: string; readonly says: string },
): void {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const scale = Number((largest / MIDDLE).toPrecision(6))
  const signs = Array.from(weights, (weight) => signOf(Math.round(weight / scale) + MIDDLE)).join('')
  const lines = signs.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []
  writeFileSync(
    file,
    [
      `/** ${says} */`,
      `export const ${name} = {`,
      `  middle: ${MIDDLE},`,
      `  scale: ${scale},`,
      `  table: \`\n${lines.join('\n')}\n\`,`,
      '}',
      '',
    ].join('\n'),
  )
}

/** “(” is the lowest; “\” and the backtick are left out. */
function signOf(level: number): string {
  const code = level + 0x28
  const past = code >= 0x5c ? code + 1 : code
  return String.fromCharCode(past >= 0x60 ? past + 1 : past)
}
