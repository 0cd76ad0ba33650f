import {
  type endpoints,
  type GivenCall,
  type ProblemClass,
  problemFilters,
  type ProblemGrouping,
  problemGroupings,
  problemOrder,
  type ProblemSort,
  type ProblemSource,
  type ProblemState,
} from '@duizhao/contract'

/** How the rows on the screen may be grouped, in words. */
export const groupingNames: Readonly<Record<ProblemGrouping, string>> = {
  organisation: '单位',
  source: '来源',
  state: '状态',
}

export const standingsAsked = [
  'open',
  'overdue',
  'going',
  'sustained',
  'done',
  'claimed',
  'proved',
  'counted',
  'all',
] as const
export type StandingAsked = (typeof standingsAsked)[number]

export const standingAskedNames: Readonly<Record<StandingAsked, string>> = {
  open: '未销号',
  overdue: '已超期',
  going: '正在推进',
  sustained: '长期坚持',
  done: '已完成',
  claimed: '导入时已销号，待确认',
  proved: '回头看有效',
  counted: '计入统计的',
  all: '全部',
}

/** What the ledger is narrowed to, as it stands in the address of the page. */
export interface LedgerSearch {
  readonly organisationId?: string | undefined
  readonly standing?: StandingAsked | undefined
  readonly state?: ProblemState | undefined
  readonly source?: ProblemSource | undefined
  readonly class?: ProblemClass | undefined
  readonly aspect?: string | undefined
  readonly personId?: string | undefined
  readonly dueFrom?: string | undefined
  readonly dueTo?: string | undefined
  readonly registeredMonth?: string | undefined
  readonly struckOffMonth?: string | undefined
  readonly inspectionId?: string | undefined
  /** Of the organisation itself, without those below. */
  readonly isOwnLevel?: boolean | undefined
  readonly isMine?: boolean | undefined
  readonly text?: string | undefined
  readonly group?: ProblemGrouping | undefined
  readonly sort?: ProblemSort | undefined
  readonly isDescending?: boolean | undefined
}

/** Reads what stands in an address; what makes no sense there is left out, and so is what goes without saying. */
export function ledgerSearchOf(raw: Readonly<Record<string, unknown>>): LedgerSearch {
  const read = Object.entries({ ...problemFilters, ...problemOrder }).flatMap(([name, schema]) => {
    const given = raw[name]
    const parsed = schema.safeParse(typeof given === 'number' ? String(given) : given)
    return given === undefined || !parsed.success || isImplied(name, parsed.data) ? [] : [[name, parsed.data]]
  })
  const group = problemGroupings.find((one) => one === raw['group'])
  return { ...(Object.fromEntries(read) as LedgerSearch), ...(group === undefined ? {} : { group }) }
}

function isImplied(name: string, value: unknown): boolean {
  return (
    value === undefined ||
    value === '' ||
    value === false ||
    (name === 'standing' && value === 'open') ||
    (name === 'sort' && value === 'due')
  )
}

type LedgerQuery = NonNullable<GivenCall<typeof endpoints.listProblems>['query']>

type Filters = Omit<LedgerQuery, 'sort' | 'isDescending'>

/** What is asked for, in whatever order: what is counted and exported. */
export function filtersOf(search: LedgerSearch): Filters {
  const { sort: _, isDescending: __, ...filters } = queryOf(search)
  return filters
}

/** What the service is asked for. */
export function queryOf(search: LedgerSearch): LedgerQuery {
  const { group: _, ...filters } = search
  return filters
}
