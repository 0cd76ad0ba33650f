import { endpoints, type ProblemAction, problemActionNames, type ProblemDetail } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useEffect, useRef } from 'react'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { useRead } from '../../platform/service/api.ts'
import { actionsOf, askedOfOthers, waitsFor } from './next-action.ts'

/** Of which tasks of the first page an action does one; the others wait. */
const queues: Readonly<Partial<Record<ProblemAction, string>>> = {
  assign: 'assign',
  reportProgress: 'report',
  decideExtension: 'extension',
  confirm: 'approve',
  strikeOff: 'approve',
  return: 'approve',
  confirmOnPaper: 'paper',
  strikeOffOnPaper: 'paper',
  refusePaper: 'paper',
  acceptClosure: 'closure',
  refuseClosure: 'closure',
  proveEffective: 'look-back',
  findRelapse: 'look-back',
}

interface ActToldProps {
  readonly action: ProblemAction
  /** As it is now. */
  readonly problem: ProblemDetail
  readonly onClose: () => void
}

/** What was just done with a problem, what comes next, and which other problem waits for the same. */
export function ActTold({ action, problem, onClose }: ActToldProps) {
  const line = useRef<HTMLDivElement>(null)
  // The dialogue that had the focus is gone: the eye goes on where it is said what came of it.
  useEffect(() => line.current?.focus(), [action])
  return (
    <div ref={line} tabIndex={-1} className="act-told not-printed" role="status">
      <Alert
        type="success"
        title={`已完成：${problemActionNames[action]}。${whatIsNext(problem, todayInChina(), action)}`}
        description={<NextInQueue action={action} problemId={problem.id} />}
        closable={{ onClose, 'aria-label': '不再显示' }}
      />
    </div>
  )
}

function NextInQueue({ action, problemId }: { readonly action: ProblemAction; readonly problemId: string }) {
  const queue = queues[action]
  const { data } = useRead(endpoints.readHome, {}, queue !== undefined)
  const waiting = (data?.tasks ?? []).filter(
    ({ id, link }) => id.startsWith(`${queue}-`) && link !== `/problems/${problemId}`,
  )
  const [next] = waiting
  if (next === undefined) return null
  return (
    <>
      还有 {waiting.length} 个，下一个：<Link to={next.link}>{next.title}</Link>
    </>
  )
}

/** What is to be done next with a problem, by who looks or by whom it waits for; of what was just done, what is left of it or who answers it. */
export function whatIsNext(problem: ProblemDetail, today: string, done: ProblemAction | null = null): string {
  const asked = done === null ? undefined : askedOfOthers(problem)[done]
  if (asked !== undefined) return asked
  const { next } = actionsOf(problem, today)
  const left = problem.measures.filter(({ doneOn }) => doneOn === null).length
  if (next !== null && next === done) return left === 0 ? '' : `还有 ${left} 条措施没有完成。`
  return next === null ? waitsFor(problem, today) : `接下来：${problemActionNames[next]}。`
}
