import { benchFilled } from './filled-database.ts'

/** With a hundred records each: the last is a million records. */
const SIZES = [100, 1_000, 10_000]

/** What a superior's board of duties and a body's records are asked. */
export function benchDuties(): Promise<void> {
  return benchFilled({ fill: 'fill-duties.ts', measure: 'measure-duties.ts', sizes: SIZES, unit: '组织' })
}
