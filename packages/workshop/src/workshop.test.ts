import { afterEach, describe, expect, it } from 'vitest'
import { processes } from './node/index.ts'
import {
  JobStopped,
  type Limits,
  openWorkshop,
  Overloaded,
  type StopReason,
  throughItems,
  type Work,
  type Workshop,
  type Worker,
} from './index.ts'
import { die, double, echo, fail, grow, hoard, pause, spin } from './testing/strange-work.ts'

const LIMITS: Limits = {
  workers: 2,
  milliseconds: 5_000,
  perAccount: 2,
  waiting: 100,
  waitingPerAccount: 100,
  idleMilliseconds: 10_000,
}

const open: Workshop[] = []
afterEach(() => {
  for (const workshop of open.splice(0)) workshop.close()
})

function openWith(hire: () => Worker, limits: Partial<Limits> = {}): Workshop {
  const workshop = openWorkshop(hire, { ...LIMITS, ...limits })
  open.push(workshop)
  return workshop
}

const inProcesses = processes(new URL('./testing/strange-process.ts', import.meta.url), { megabytes: 300 })

async function reasonOf(done: Promise<unknown>): Promise<StopReason | 'done' | 'overloaded'> {
  return done.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof JobStopped) return error.reason
      if (error instanceof Overloaded) return 'overloaded'
      throw error
    },
  )
}

describe('in processes', () => {
  it('work comes to what it comes to, in the order it was asked', async () => {
    const workshop = openWith(inProcesses)
    const asked = Array.from({ length: 20 }, (_, at) => workshop.do(double, at))
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 20 }, (_, at) => at * 2))
  })

  it('data comes back as it went: bytes, dates, maps, nothing, Chinese', async () => {
    const value = { bytes: new Uint8Array([0, 255]), at: new Date(0), map: new Map([['一', undefined]]), none: null }
    expect(await openWith(inProcesses).do(echo, value)).toEqual(value)
  })

  it.each([
    ['fail', fail, 'not this', 'failed'],
    ['die', die, 3, 'died'],
    ['spin', spin, null, 'time'],
    ['hoard', hoard, 2_000, 'memory'],
    ['grow', grow, null, 'memory'],
  ] as const)('%s costs one piece of work and no more', async (_, bad, input, reason) => {
    const workshop = openWith(inProcesses, { milliseconds: bad === spin ? 1_500 : 30_000 })
    const before = workshop.do(double, 1)
    const lost = reasonOf(workshop.do(bad as Work<unknown, unknown>, input))
    const after = [2, 3, 4].map((value) => workshop.do(double, value))
    expect([await before, await lost, await Promise.all(after)]).toEqual([2, reason, [4, 6, 8]])
  })
})

describe('limits', () => {
  it('one account has so much under way, and others pass by what waits', async () => {
    const workshop = openWith(inProcesses, { perAccount: 1 })
    await Promise.all([workshop.do(double, 1, { account: 'a' }), workshop.do(double, 1, { account: 'b' })])
    const order: string[] = []
    const note = (name: string) => (): void => void order.push(name)
    await Promise.all([
      ...[1, 2, 3].map((at) => workshop.do(pause, 150, { account: 'a' }).then(note(`a${at}`))),
      workshop.do(pause, 10, { account: 'b' }).then(note('b')),
    ])
    expect(order).toEqual(['b', 'a1', 'a2', 'a3'])
  })

  it('what is too much to wait for is refused at once, for one account and altogether', async () => {
    const workshop = openWith(inProcesses, { workers: 1, waiting: 3, waitingPerAccount: 2 })
    const asked = ['a', 'a', 'a', 'a', 'b', 'b'].map((account) => reasonOf(workshop.do(pause, 20, { account })))
    expect(await Promise.all(asked)).toEqual(['done', 'done', 'done', 'overloaded', 'done', 'overloaded'])
  })

  it('what is called off stops, under way or waiting', async () => {
    const workshop = openWith(inProcesses, { workers: 1 })
    const off = new AbortController()
    const under = reasonOf(workshop.do(spin, null, { signal: off.signal }))
    const next = workshop.do(double, 4)
    setTimeout(() => off.abort(), 300)
    expect([await under, await next]).toEqual(['ended', 8])
  })

  it('a closed workshop answers nobody more', async () => {
    const workshop = openWith(inProcesses, { workers: 1 })
    const asked = [reasonOf(workshop.do(spin, null)), reasonOf(workshop.do(double, 1))]
    setTimeout(() => workshop.close(), 300)
    expect(await Promise.all(asked)).toEqual(['ended', 'ended'])
  })
})

describe('going through items', () => {
  it('gives results in their order, counts them, and puts something in the place of what failed', async () => {
    const workshop = openWith(inProcesses)
    const counted: number[] = []
    const results = await throughItems([5, -1, 7, -2, 9], {
      atOnce: 2,
      each: (value) => (value < 0 ? workshop.do(die, 3) : workshop.do(double, value)),
      instead: (value, error) => (error instanceof JobStopped ? value * 100 : 0),
      onDone: (done) => counted.push(done),
    })
    expect(results).toEqual([10, -100, 14, -200, 18])
    expect(counted).toEqual([1, 2, 3, 4, 5])
  })
})
