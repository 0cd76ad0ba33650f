import { benchFilled } from './filled-database.ts'

const SIZES = [3_000, 30_000]

/** What a superior asks of the meetings of so many bodies. */
export function benchMeetings(): Promise<void> {
  return benchFilled({
    fill: new URL('../packages/server/src/testing/fill-meetings.ts', import.meta.url),
    measure: new URL('../packages/server/src/testing/measure-meetings.ts', import.meta.url),
    sizes: SIZES,
    unit: '组织',
  })
}
