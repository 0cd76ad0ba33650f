import {
  type Answer,
  type endpoints,
  type ProblemChange,
  type ProblemFields,
  problemClassNames,
  problemSourceNames,
} from '@duizhao/contract'
import type { FieldChange } from '../../platform/act.ts'
import type { ActorContext } from '../../platform/context.ts'
import { conflict, invalid, type Refusal } from '../../platform/refusal.ts'
import { actOn } from './act.ts'
import { eachOfMany } from './each-of-many.ts'
import { problemDetail } from './problem-detail.ts'
import type { ProblemRow } from './problem-queries.ts'
import { checkDeadline, columnsOfFields } from './register-problem.ts'
import { keepDeadline } from './standing-deadline.ts'

type Said = { readonly [Field in keyof ProblemFields]?: ProblemFields[Field] | undefined }

/**
 * Changes what is written about a problem; what is not said stays as it is. Optimistic locking: conflict, with the present
 * text, if the version is not the last; invalid if nothing is said otherwise than it is.
 */
export async function changeProblem(
  context: ActorContext,
  problemId: string,
  { version, ...said }: Said & { readonly version: number },
): Promise<ProblemRow> {
  return actOn(context, problemId, ['change'], async (tx, problem) => {
    if (problem.version !== version) throw await tooLate(context, tx, problem)
    const fields = fieldsOf(problem, said)
    checkDeadline(fields)
    await keepDeadline(tx, problem, fields)
    const changes = differences(problem, fields)
    if (changes.length === 0) throw nothingChanged()
    return { change: columnsOfFields(fields), changes }
  })
}

/** All that is written about a problem: what is said, and of the rest what stands. */
function fieldsOf(problem: ProblemRow, said: Said): ProblemFields {
  return {
    source: said.source ?? problem.source,
    aspect: said.aspect ?? problem.aspect,
    text: said.text ?? problem.text,
    cause: said.cause ?? problem.cause,
    goal: said.goal ?? problem.goal,
    class: said.class ?? problem.class,
    dueOn: said.dueOn === undefined ? problem.dueOn : said.dueOn,
  }
}

/** Changes many problems, each on its own. */
export function changeManyProblems(
  context: ActorContext,
  { changes }: { readonly changes: readonly ProblemChange[] },
): Promise<Answer<typeof endpoints.changeManyProblems>> {
  return eachOfMany(changes, async ({ problemId, ...said }) => {
    const { version } = await changeProblem(context, problemId, said)
    return { message: '已修改', version }
  })
}

/** The history tells of changes: where there is none, nothing is written, and whoever saved is told. */
export function nothingChanged(): Refusal {
  return invalid('什么都没有改，所以没有保存。', '要改的改好再保存；不改就取消。')
}

/** Someone was faster; the refusal carries what is there now, so that both texts can be shown. */
export async function tooLate(
  context: ActorContext,
  db: Parameters<typeof problemDetail>[1],
  { id }: ProblemRow,
): Promise<Error> {
  return conflict(
    '这个问题刚刚被别人改过。',
    '请对照现在的内容再改，你写的还在。',
    await problemDetail(context, db, id),
  )
}

const NAMES = {
  source: '问题来源',
  aspect: '方面',
  text: '问题',
  cause: '原因',
  goal: '整改目标',
  class: '整改类型',
  dueOn: '完成时限',
} as const satisfies Readonly<Record<keyof ProblemFields, string>>

export function differences(before: ProblemRow, after: ProblemFields): FieldChange[] {
  const say = (field: keyof ProblemFields, value: ProblemFields): string => {
    if (field === 'source') return problemSourceNames[value.source]
    if (field === 'class') return problemClassNames[value.class]
    return value[field] ?? '无'
  }
  return (Object.keys(NAMES) as (keyof ProblemFields)[])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field: NAMES[field], before: say(field, before), after: say(field, after) }))
}
