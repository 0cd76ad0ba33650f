import { benchFilled } from './filled-database.ts'

/** With a hundred records each: the last is a million records. */
const SIZES = [100, 1_000, 10_000]

/** What a superior's board of duties and a body's records are asked. */
export function benchDuties(): Promise<void> {
  return benchFilled({
    fill: new URL('../packages/server/src/testing/fill-duties.ts', import.meta.url),
    measure: new URL('../packages/server/src/testing/measure-duties.ts', import.meta.url),
    sizes: SIZES,
    unit: '组织',
  })
}
