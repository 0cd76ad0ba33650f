import process from 'node:process'
import { benchFilled } from './filled-database.ts'

/** Ten million rows take 20 GB of disk and a quarter of an hour: only if asked, `PROBLEMS=10000000 npm run bench -- problems`. */
const SIZES = process.env['PROBLEMS'] === undefined ? [100_000, 1_000_000] : [Number(process.env['PROBLEMS'])]

/** What a region's ledger is asked. */
export function benchProblems(): Promise<void> {
  return benchFilled({
    fill: new URL('../packages/server/src/testing/fill-ledger.ts', import.meta.url),
    measure: new URL('../packages/server/src/testing/measure-ledger.ts', import.meta.url),
    sizes: SIZES,
    unit: '问题',
  })
}
