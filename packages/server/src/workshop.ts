import { openWorkshop, type Workshop } from '@duizhao/workshop'
import { processes } from '@duizhao/workshop/node'

/**
 * Two files at a time: beside them a processor, or the other half of one, is left for the pages. The largest ledgers an
 * office may import take a few seconds and some 400 MB.
 */
const LIMITS = {
  workers: 2,
  milliseconds: 30_000,
  perAccount: 1,
  waiting: 40,
  waitingPerAccount: 5,
  idleMilliseconds: 60_000,
} as const
const MEGABYTES = 600

/** The workshop of a server, or one with less for each file. */
export function serverWorkshop(less: { readonly milliseconds?: number; readonly megabytes?: number } = {}): Workshop {
  const { megabytes = MEGABYTES, ...limits } = less
  const hire = processes(new URL('./work-process.ts', import.meta.url), { megabytes })
  return openWorkshop(hire, { ...LIMITS, ...limits })
}
