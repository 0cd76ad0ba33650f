/** A hand: everything one writer has to say, from which papers of every layout are written. All of it is fictional. */
export interface Hand {
  readonly unit: string
  /** How the writer names the body that speaks: 支部班子, 局党组, 我. */
  readonly speaker: string
  readonly kind: 'team' | 'personal' | 'branch'
  readonly title: string
  readonly opening: string
  readonly aspects: readonly HandAspect[]
  readonly causes: readonly HandItem[]
  readonly measures: readonly HandItem[]
  readonly prior: readonly PriorItem[]
  readonly statement: HandItem
  readonly closing: string
}

export interface HandAspect {
  readonly name: string
  /** One or two sentences of what goes well. */
  readonly praise: string
  readonly problems: readonly HandProblem[]
}

/** `head` states it, `more` elaborates, `example` shows it; each without its full stop. */
export interface HandProblem {
  readonly head: string
  readonly more: string
  readonly example: string
}

export interface HandItem {
  readonly head: string
  readonly more: string
}

export interface PriorItem {
  /** What was found last year, as a noun phrase that can be quoted: 学习流于签到. */
  readonly problem: string
  readonly action: string
  readonly outcome: string
}

/** Problems written as lines “head|more|example”. */
export function problemLines(lines: string): HandProblem[] {
  return piecesOf(lines).map(([head = '', more = '', example = '']) => ({ head, more, example }))
}

/** Causes or measures written as lines “head|more”. */
export function itemLines(lines: string): HandItem[] {
  return piecesOf(lines).map(([head = '', more = '']) => ({ head, more }))
}

/** Prior items written as lines “problem|action|outcome”. */
export function priorLines(lines: string): PriorItem[] {
  return piecesOf(lines).map(([problem = '', action = '', outcome = '']) => ({ problem, action, outcome }))
}

function piecesOf(lines: string): string[][] {
  return lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split('|'))
}
