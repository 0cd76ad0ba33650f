import type { SweepAnswer } from './sweep.ts'

export const sweepAnswerNames: Readonly<Record<SweepAnswer, string>> = { none: '没有', found: '有' }
