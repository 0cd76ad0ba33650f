import { problemById } from '../../loop/ledger/index.ts'
import { answerSweep, askSweep } from '../../loop/sweeps/index.ts'
import type { City } from './city.ts'
import type { Cast } from './enter-office.ts'
import type { Played } from './play-act.ts'
import { playing } from './read-city.ts'
import { actingAs, instantOf, type Stage } from './stage.ts'

interface Moment {
  readonly at: Date
  readonly play: () => Promise<unknown>
}

/** What was asked of several units because of one problem, and what they answered. */
export function momentsOfSweeps(
  stage: Stage,
  { sweeps }: City,
  { cast, problems }: { readonly cast: Cast; readonly problems: Played['problems'] },
): Moment[] {
  return sweeps.flatMap(({ by, at, problem, text, answerDueOn, bodies, answers }): Moment[] => {
    const asked = { sweepId: '' }
    const as = (key: string, minute: string) => actingAs(stage, cast.actor(key), instantOf(minute))
    const ask = async (): Promise<void> => {
      const organisationIds = bodies.map((key) => cast.place(key))
      const given = { text, answerDueOn, organisationIds }
      asked.sweepId = (await askSweep(as(by, at), problems.get(problem) ?? '', given)).id
    }
    return [
      { at: instantOf(at), play: () => playing(`举一反三 ${problem}`, ask) },
      ...answers.map(({ at: answeredAt, by: answerer, body, reason, found }) => ({
        at: instantOf(answeredAt),
        play: () =>
          playing(`举一反三 ${problem} ${body}`, async () => {
            const known = found === null ? undefined : await problemById(stage.db, problems.get(found) ?? '')
            const of = { sweepId: asked.sweepId, organisationId: cast.place(body) }
            const row = known === undefined ? null : ({ as: 'known', number: known.number } as const)
            await answerSweep(as(answerer, answeredAt), of, { reason, found: row })
          }),
      })),
    ]
  })
}
