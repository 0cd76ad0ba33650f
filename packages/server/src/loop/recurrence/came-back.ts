import type { Answer, endpoints, Page, RecurrenceCounts, CameBack, ComparedProblem } from '@duizhao/contract'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { doWork } from '../../platform/work.ts'
import { cameBackCounts, cameBackPage } from './came-back-queries.ts'
import { countsBelow, earlierProblems, ownProblems, problemsBelow, problemsOfIds } from './compared-queries.ts'
import { offeredMatches } from './offer.ts'
import { verdictsOf } from './verdict-queries.ts'
import { mattersOfProblems } from './work.ts'

interface OfYear {
  readonly organisationId: string
  readonly year: number
}

const daysOf = (year: number) => ({ from: `${year}-01-01`, before: `${year + 1}-01-01` })

/** The problems of an organisation and those below it that came back in a year, each with the earlier one and who says so. */
export async function listCameBack(
  { db, actor }: ActorContext,
  { organisationId, year, ...paging }: OfYear & { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<CameBack>> {
  const organisation = await permittedOrganisation(db, actor, 'problem.read', organisationId)
  const { items, next } = await cameBackPage(db, actor, { organisation, ...daysOf(year), ...paging })
  const ids = [...new Set(items.flatMap(({ problemId, earlierId }) => [problemId, earlierId]))]
  const problems = new Map((await problemsOfIds(db, actor, ids)).map((problem) => [problem.id, problem]))
  return {
    next,
    items: items.flatMap(({ problemId, earlierId, verdict, reason, by, at }) => {
      const [problem, earlier] = [problems.get(problemId), problems.get(earlierId)]
      if (problem === undefined || earlier === undefined) return []
      return [
        { problem, earlier, verdict, decided: at === null ? null : { verdict, reason, by, at: at.toISOString() } },
      ]
    }),
  }
}

/** How many problems of a year are old ones, relapsed ones and new ones: of an organisation, itself and by what is just below. */
export async function countCameBack(
  { db, actor }: ActorContext,
  { organisationId, year }: OfYear,
): Promise<RecurrenceCounts> {
  const organisation = await permittedOrganisation(db, actor, 'problem.read', organisationId)
  const asked = { organisation, ...daysOf(year) }
  const [all, back] = await Promise.all([countsBelow(db, actor, asked), cameBackCounts(db, actor, asked)])
  const byOrganisation = all.map(({ id, name, problems }) => {
    const { relapsed, ongoing } = back.find((each) => each.organisationId === id) ?? { relapsed: 0, ongoing: 0 }
    const fresh = problems - relapsed - ongoing
    return { id, name: id === organisation.id ? `${name}本级` : name, problems, relapsed, ongoing, fresh }
  })
  const sum = (of: 'problems' | 'relapsed' | 'ongoing' | 'fresh'): number =>
    byOrganisation.reduce((total, each) => total + each[of], 0)
  return {
    organisation: { id: organisation.id, name: organisation.name },
    ...{ problems: sum('problems'), relapsed: sum('relapsed'), ongoing: sum('ongoing'), fresh: sum('fresh') },
    byOrganisation,
  }
}

const MOST_OF_YEAR = 200

/** The problems an organisation itself registered in a year that may be earlier ones, as long as nobody has said whether. */
export async function listUndecided(
  context: ActorContext,
  { organisationId, year }: OfYear,
): Promise<Answer<typeof endpoints.listUndecided>> {
  const { db, actor } = context
  const organisation = await permittedOrganisation(db, actor, 'problem.read', organisationId)
  const days = daysOf(year)
  const [earlier, later] = await Promise.all([
    earlierProblems(db, actor, { path: organisation.path, before: days.from }),
    ownProblems(db, actor, { organisationId, ...days, limit: MOST_OF_YEAR }),
  ])
  const [offered, said] = await Promise.all([
    offeredMatches(context, earlier, later),
    verdictsOf(
      db,
      later.map(({ id }) => id),
    ),
  ])
  const isSaid = new Set(said.map((row) => `${row.problemId} ${row.earlierId}`))
  const items = later.flatMap((problem, at) => {
    const matches = (offered[at] ?? []).filter((match) => !isSaid.has(`${problem.id} ${match.earlier.id}`))
    return matches.length === 0 ? [] : [{ problem, matches }]
  })
  return { items, compared: earlier.length }
}

const MOST_LOOKED_AT = 3_000
const MOST_MATTERS = 20
const MOST_EXAMPLES = 5
/** What two units have is a coincidence. */
const COMMON = 3

/** What the problems of at least three units below an organisation are about, in a year, what most have first. */
export async function listCommonMatters(
  context: ActorContext,
  { organisationId, year }: OfYear,
): Promise<Answer<typeof endpoints.listCommonMatters>> {
  const { db, actor } = context
  const organisation = await permittedOrganisation(db, actor, 'problem.read', organisationId)
  const problems = await problemsBelow(db, actor, { organisation, ...daysOf(year), limit: MOST_LOOKED_AT })
  const texts = problems.map(({ text }) => text)
  const matters = texts.length === 0 ? [] : await doWork(context, mattersOfProblems, texts, '各单位的问题')
  const byMatter = Map.groupBy(
    problems.flatMap((problem, at) => (matters[at] ?? []).map((matter) => ({ matter, problem }))),
    ({ matter }) => matter,
  )
  const items = [...byMatter].map(([matter, all]) => {
    const own = all.map(({ problem }) => problem)
    return { matter, units: unitsOf(own).length, problems: own.length, examples: unitsOf(own).slice(0, MOST_EXAMPLES) }
  })
  return {
    looked: problems.length,
    items: items
      .filter(({ units }) => units >= COMMON)
      .toSorted((one, other) => other.units - one.units || other.problems - one.problems)
      .slice(0, MOST_MATTERS),
  }
}

/** The first problem of each unit. */
function unitsOf(problems: readonly ComparedProblem[]): ComparedProblem[] {
  return [...new Map(problems.toReversed().map((problem) => [problem.organisation.id, problem])).values()].toReversed()
}
