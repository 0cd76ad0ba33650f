import type { ComparedProblem, DecidedRecurrence, RecurrenceMatch } from '@duizhao/contract'
import type { ActorContext } from '../../platform/context.ts'
import { doWork } from '../../platform/work.ts'
import type { VerdictRow } from './verdict-queries.ts'
import { offeredRecurrences } from './work.ts'

/** For each later problem the earlier ones it may be, as the engine offers them: at most three, the likeliest first. */
export async function offeredMatches(
  context: ActorContext,
  earlier: readonly ComparedProblem[],
  later: readonly ComparedProblem[],
): Promise<RecurrenceMatch[][]> {
  if (earlier.length === 0 || later.length === 0) return later.map(() => [])
  const stated = (all: readonly ComparedProblem[]) => all.map(({ aspect, text }) => ({ aspect, text }))
  const input = { earlier: stated(earlier), later: stated(later) }
  const offered = await doWork(context, offeredRecurrences, input, '以前的问题')
  return offered.map((all) =>
    all.flatMap(({ at, shared: { matters, words } }) => {
      const problem = earlier[at]
      return problem === undefined
        ? []
        : [{ earlier: problem, matters: [...matters], words: [...words], decided: null }]
    }),
  )
}

export function decidedOf({ verdict, reason, by, at }: VerdictRow): DecidedRecurrence {
  return { verdict, reason, by, at: at.toISOString() }
}

/** What was offered as common, in words: what a verdict was given on. */
export function sharedInWords({ matters, words }: Pick<RecurrenceMatch, 'matters' | 'words'>): string {
  const said = words.map(({ later, earlier }) => (later === earlier ? later : `${later}／${earlier}`))
  return [...matters, ...said].join('、')
}
