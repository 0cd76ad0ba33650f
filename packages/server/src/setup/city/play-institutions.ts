import { keepInstitution, linkInstitution, lookIntoInstitution } from '../../loop/institutions/index.ts'
import { measuresOf } from '../../loop/ledger/index.ts'
import { approvePaper, createPaper, issuePaper, submitPaper } from '../../loop/papers/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { City, CityInstitution } from './city.ts'
import type { Cast } from './enter-office.ts'
import type { Played } from './play-act.ts'
import { playing } from './read-city.ts'
import { actingAs, instantOf, type Stage } from './stage.ts'

interface Moment {
  readonly at: Date
  readonly play: () => Promise<unknown>
}

/** The institutions the units made, what each came of, and whether somebody looked if they are carried out. */
export function momentsOfInstitutions(
  stage: Stage,
  { institutions }: City,
  { cast, problems }: { readonly cast: Cast; readonly problems: Played['problems'] },
): Moment[] {
  const papers = new Map<string, string>()
  return institutions.flatMap((institution): Moment[] => {
    const { key, at, looks, sources } = institution
    const paperId = () => papers.get(key) ?? ''
    const moment = (minute: string, play: (now: Date) => Promise<unknown>): Moment => {
      const now = instantOf(minute)
      return { at: now, play: () => playing(`制度 ${key} ${minute}`, () => play(now)) }
    }
    return [
      moment(at, async (now) => {
        papers.set(key, await issued(stage, cast, institution, now))
        const { change, effectiveOn, replaces, responsible } = institution
        const replacesId = replaces === null ? null : (papers.get(replaces) ?? null)
        const fields = { change, effectiveOn, replacesId, responsibleId: cast.person(responsible).id, version: null }
        await keepInstitution(actingAs(stage, cast.actor(institution.keeper), now), paperId(), fields)
      }),
      ...sources.map(({ at: linkedAt, problem, measure }) =>
        moment(linkedAt, async (now) => {
          const problemId = problems.get(problem) ?? ''
          const measureId = (await measuresOf(stage.db, problemId))[measure - 1]?.id ?? null
          const context = actingAs(stage, cast.actor(institution.keeper), now)
          await linkInstitution(context, { problemId, paperId: paperId() }, { measureId })
        }),
      ),
      ...looks.map(({ at: lookedAt, by, ...look }) =>
        moment(lookedAt, (now) =>
          lookIntoInstitution(actingAs(stage, cast.actor(by), now), paperId(), {
            ...look,
            on: dateInChina(now),
            recordId: null,
          }),
        ),
      ),
    ]
  })
}

/** Drafts, approves and issues the paper of an institution; its id. No meeting waits for it, so no feature is told. */
async function issued(
  stage: Stage,
  cast: Cast,
  { body, author, approver, keeper, title, text, number }: CityInstitution,
  now: Date,
): Promise<string> {
  const as = (key: string) => actingAs(stage, cast.actor(key), now)
  const drafting = as(author)
  const bytes = new TextEncoder().encode(`${title}\n\n${text.join('\n')}\n`)
  const file = { name: `${title}.txt`, bytes }
  const { paper } = await createPaper(drafting, cast.place(body), { file, kind: 'rules', title })
  const { paper: seen } = await submitPaper(drafting, [], paper.id)
  await approvePaper(as(approver), [], paper.id, { opinion: '同意', version: seen.version })
  await issuePaper(as(keeper), [], paper.id, { number, issuedOn: dateInChina(now) })
  return paper.id
}
