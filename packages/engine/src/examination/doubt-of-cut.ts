import type { SourceDocument } from '../reading/source-document.ts'
import { statesShortcoming } from './acts.ts'
import type { Problem } from './examination.ts'
import { wordsOf } from './words.ts'

/**
 * Why it is in doubt that a problem is one, and ends where it was cut: it names no shortcoming, it holds several, or
 * nothing but its sentences says where it begins.
 */
export type CutDoubt = 'no_shortcoming' | 'several' | 'unmarked'

/** Inner numbers: 一是……二是……, （1）……（2）…… */
const INNER = /[一二三四五六七八九]是|[（(]\d{1,2}[）)]|[①②③④⑤⑥⑦⑧⑨]/g
/** What a person would not take for one problem, in characters. */
const LONG = 400

/** Why a problem's cut is in doubt; null if it is not. `inTable`: a cell holds it, which needs no number. */
export function doubtOfCut(document: SourceDocument, problem: Problem, inTable: boolean): CutDoubt | null {
  const words = wordsOf(document, problem)
  if (!words.split(/[。！？\n]/).some((sentence) => statesShortcoming(sentence))) return 'no_shortcoming'
  const inner = words.match(INNER)?.length ?? 0
  if (inner > 1 || words.length > LONG) return 'several'
  return problem.mark === '' && !inTable ? 'unmarked' : null
}
