import { dateInChinese, daysAfter, shortened } from '@duizhao/engine/wording'
import { MOST_IN_TITLE } from '../../platform/notifications/index.ts'
import { allowedActions, type Permission, type ProblemAction, problemMachine } from '@duizhao/contract'
import { carriesSomewhere } from '../../platform/access.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Task } from '../../platform/feature.ts'
import { factsFor, type GuardFacts, nextApproversOf, type ProblemRow } from '../ledger/index.ts'
import { readSettings } from '../../platform/settings/index.ts'
import { type Quarter, quarterOf } from './quarter.ts'
import {
  askedProblems,
  claimedProblems,
  dueLookBacks,
  noticesToAnswer,
  overdueOfOthers,
  ownProblems,
  papersToConfirm,
  pendingExtensions,
  type TaskProblem,
  unassignedProblems,
} from './task-queries.ts'

const MOST_TASKS = 50
const DAYS_AHEAD = 30

/** What rectification gives the actor to do, by date, the first fifty: nine queries, fewer for who has fewer duties. */
export async function supervisionTasks(context: ActorContext): Promise<Task[]> {
  const { db, actor, now } = context
  const today = dateInChina(now)
  const asked = { actor, today, limit: MOST_TASKS }
  const ifMay = <T>(permission: Permission, read: () => Promise<T[]>): Promise<T[]> =>
    carriesSomewhere(actor, permission) ? read() : Promise.resolve([])
  const quarter = quarterOf(today)
  const until = daysAfter(today, DAYS_AHEAD)
  const lists = await Promise.all([
    ifMay('problem.read', async () => {
      const rows = await ownProblems(db, { ...asked, until, quarterStart: quarter.start })
      // Who leads without reporting themselves sees to it that it is done.
      const title = carriesSomewhere(actor, 'problem.report') ? '报告' : '督促报告'
      return rows.map((row) => reportTask(row, { title, until, quarter }))
    }),
    ifMay('problem.report', async () => (await noticesToAnswer(db, asked)).map(answerTask)),
    ifMay('problem.approve', () => approvalTasks(context)),
    ifMay('problem.approve', async () =>
      (await claimedProblems(db, asked)).map((row) =>
        task('closure', { ...row, dueOn: null }, { title: '确认导入时已销号', context: '同一次导入的可以一并确认' }),
      ),
    ),
    ifMay('problem.approve', () => paperTasks(context)),
    ifMay('problem.write', async () =>
      (await pendingExtensions(db, asked)).map((row) =>
        task('extension', row, {
          title: '决定延期',
          context: `${row.byName}申请${row.until === null ? '改为长期坚持' : `延期到${dateInChinese(row.until)}`}`,
        }),
      ),
    ),
    ifMay('problem.write', async () =>
      (await unassignedProblems(db, asked)).map((row) =>
        task('assign', row, { title: '分派', context: '还没有责任人' }),
      ),
    ),
    ifMay('problem.write', async () =>
      (await overdueOfOthers(db, asked)).map((row) =>
        task('overdue', row, { title: '督促整改', context: `${row.answering ?? '责任单位'}整改，已超期` }),
      ),
    ),
    ifMay('problem.lookBack', async () =>
      (await dueLookBacks(db, asked)).map((row) =>
        task('look-back', { ...row, dueOn: row.lookBackOn }, { title: '回头看', context: '已销号，该回头看了' }),
      ),
    ),
  ])
  const byDate = lists.flat().toSorted((one, other) => (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999'))
  return byDate.slice(0, MOST_TASKS)
}

function task(
  kind: string,
  { id, number, text, dueOn, organisationName }: TaskProblem,
  words: { readonly title: string; readonly context: string },
): Task {
  return {
    id: `${kind}-${id}`,
    title: `${words.title}：${shortened(text, MOST_IN_TITLE)}`,
    context: `${organisationName} · 问题 ${number} 号 · ${words.context}`,
    link: `/problems/${id}`,
    dueOn,
  }
}

type OwnProblem = Awaited<ReturnType<typeof ownProblems>>[number]

/** A deadline near comes before the quarter's end. */
function reportTask(
  row: OwnProblem,
  { title, until, quarter }: { readonly title: string; readonly until: string; readonly quarter: Quarter },
): Task {
  const isDue = row.dueOn !== null && row.dueOn <= until
  if (isDue) return task('report', row, { title: `${title}进展`, context: row.isOverdue ? '已超期' : '临近时限' })
  const quarterly = { title: `${title}本季度进展`, context: '长期坚持，本季度还没有报告' }
  return task('report', { ...row, dueOn: quarter.end }, quarterly)
}

type NoticeToAnswer = Awaited<ReturnType<typeof noticesToAnswer>>[number]

function answerTask(row: NoticeToAnswer): Task {
  const number = `督〔${row.year}〕${row.serial}号`
  const answering = task('notice', { ...row, dueOn: row.answerDueOn }, { title: `答复 ${number}`, context: '督办单' })
  return { ...answering, id: `notice-${row.noticeId}` }
}

/** Requests to strike off that wait for the actor, by the rules of who may approve at which level. */
async function approvalTasks(context: ActorContext): Promise<Task[]> {
  const rows = await askedProblems(context.db, { actor: context.actor, limit: 2 * MOST_TASKS })
  const mine = await thoseAllowed(
    context,
    rows.map((row) => ({ ...row, paper: null })),
    ['confirm', 'strikeOff'],
  )
  return mine.map(({ problem, organisationName }) => {
    const step = problem.chain?.[problem.approvals]?.name ?? '审批销号'
    return task('approve', { ...problem, organisationName }, { title: '审批销号', context: step })
  })
}

/** Papers of a superior that wait for the actor to compare them with the original. */
async function paperTasks(context: ActorContext): Promise<Task[]> {
  const rows = await papersToConfirm(context.db, { actor: context.actor, limit: 2 * MOST_TASKS })
  const mine = await thoseAllowed(context, rows, ['confirmOnPaper', 'strikeOffOnPaper'])
  return mine.map(({ problem, organisationName, authority }) =>
    task(
      'paper',
      { ...problem, organisationName },
      { title: '确认上级书面核验', context: `${authority}签字，要和原件核对` },
    ),
  )
}

/** Those of some requests with which the actor may do one of the actions now. */
async function thoseAllowed<Row extends { readonly problem: ProblemRow } & Pick<GuardFacts, 'paper'>>(
  { db, actor }: ActorContext,
  rows: readonly Row[],
  actions: readonly ProblemAction[],
): Promise<Row[]> {
  const { approvals: chains } = await readSettings(db)
  const next = await nextApproversOf(
    db,
    rows.map(({ problem }) => problem),
  )
  return rows.filter(({ problem, paper }) => {
    const hands = { handIds: [], isWorkedOn: false, pendingExtensionBy: null, openNoticesBy: [] }
    const entry = { isActedOn: true, isJoined: false, broughtFor: [] }
    const guards = { chains, next: next.get(problem.id) ?? null, paper, ...hands, ...entry }
    return allowedActions(problemMachine, actions, factsFor(actor, problem, guards)).length > 0
  })
}
