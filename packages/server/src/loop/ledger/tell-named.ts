import { accountsOfPeople } from '../../office/organisation/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { notify } from '../../platform/notifications/index.ts'
import type { ProblemRow } from './problem-queries.ts'

interface Told {
  readonly title: string
  readonly link: string
}

/** Tells each of those who answer for some problems, but for who did it, once, however many of them are theirs. */
export async function tellNamed(
  tx: Tx,
  context: ActorContext,
  problems: readonly ProblemRow[],
  wordsOf: (first: ProblemRow, theirs: readonly ProblemRow[]) => Told,
): Promise<void> {
  const named = problems.flatMap((problem) =>
    [...new Set([problem.leadId, problem.handlerId])].flatMap((person) =>
      person === null ? [] : [{ person, problem }],
    ),
  )
  const byPerson = Map.groupBy(named, ({ person }) => person)
  const accounts = await accountsOfPeople(tx, [...byPerson.keys()])
  for (const [person, their] of byPerson) {
    const account = accounts.get(person)
    const [first, ...rest] = their.map(({ problem }) => problem)
    if (account === undefined || first === undefined || account === context.actor.accountId) continue
    await notify(tx, context, [account], wordsOf(first, [first, ...rest]))
  }
}
