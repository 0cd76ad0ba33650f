import process from 'node:process'
import { type Work, work } from '../protocol.ts'

/** Work that goes wrong in every way work can. */
export const double = work('double', (value: number) => value * 2)
export const echo = work('echo', (value: unknown) => value)
export const pause = work('pause', (ms: number) => new Promise<number>((resolve) => setTimeout(() => resolve(ms), ms)))
export const spin = work('spin', (): never => {
  for (;;);
})
export const fail = work('fail', (words: string) => {
  throw new Error(words)
})
export const die = work('die', (code: number) => {
  process.exit(code)
})
/** Beside the heap, as what is unpacked is. */
export const hoard = work('hoard', (megabytes: number) => {
  const kept: Uint8Array[] = []
  for (let at = 0; at < megabytes; at++) kept.push(new Uint8Array(2 ** 20).fill(at))
  return kept.length
})
/** In the heap. */
export const grow = work('grow', (): never => {
  const kept: string[][] = []
  for (;;) kept.push(Array.from({ length: 10_000 }, (_one, at) => `${at} of ${kept.length}`))
})

export const works: readonly Work[] = [double, echo, pause, spin, fail, die, hoard, grow]
