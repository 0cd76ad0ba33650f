import {
  AuditOutlined,
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  FileDoneOutlined,
  MergeOutlined,
  RollbackOutlined,
  SolutionOutlined,
  UserOutlined,
} from '@ant-design/icons'
import { isClosed, isUncounted, type Problem, type ProblemState, problemStateNames } from '@duizhao/contract'
import type { ReactNode } from 'react'
import { dateInChinese, dayInChinese, leftInChinese, overdueInChinese } from '../../platform/archetypes/dates.ts'
import './state-tag.css'

const icons: Readonly<Record<ProblemState, ReactNode>> = {
  registered: <EditOutlined />,
  assigned: <UserOutlined />,
  rectifying: <ClockCircleOutlined />,
  strike_off_requested: <AuditOutlined />,
  unit_confirmed: <SolutionOutlined />,
  closure_claimed: <AuditOutlined />,
  struck_off: <FileDoneOutlined />,
  struck_off_on_paper: <FileDoneOutlined />,
  closed_on_import: <FileDoneOutlined />,
  relapsed: <RollbackOutlined />,
  superseded: <MergeOutlined />,
  withdrawn: <CloseCircleOutlined />,
}

/** The state of a problem, as icon and word; 已销号 is the seal. */
export function StateTag({ state }: { readonly state: ProblemState }) {
  return (
    <span className={state === 'struck_off' ? 'state is-sealed' : 'state'}>
      <span aria-hidden="true">{icons[state]}</span> {problemStateNames[state]}
    </span>
  )
}

/** Says by how much a deadline is missed, in cinnabar, with icon and word; nothing if it is not. */
export function Overdue({ days }: { readonly days: number }) {
  if (days <= 0) return null
  return (
    <span className="overdue">
      <ExclamationCircleOutlined aria-hidden="true" /> {overdueInChinese(days)}
    </span>
  )
}

type Dated = Pick<Problem, 'dueOn' | 'overdueDays' | 'state' | 'struckOffOn'>

function inTime(dueOn: string | null, struckOffOn: string): string {
  if (dueOn === null) return ''
  return struckOffOn <= dueOn ? '，按时' : '，超过时限'
}

/** When a problem has to be done; and of what is done, whether that was in time. */
export function Deadline({ problem, today }: { readonly problem: Dated; readonly today: string }) {
  const { dueOn, overdueDays, state, struckOffOn } = problem
  if (isClosed(state) && struckOffOn !== null)
    return (
      <>
        {dueOn !== null && (
          <>
            <span className="number">{dateInChinese(dueOn)}</span>
            <br />
          </>
        )}
        <span className="quiet">
          <CheckCircleOutlined aria-hidden="true" /> {dateInChinese(struckOffOn)}销号{inTime(dueOn, struckOffOn)}
        </span>
      </>
    )
  if (dueOn === null) return <span className="quiet">未定时限</span>
  return (
    <>
      <span className="number day">{dayInChinese(dueOn)}</span>
      {overdueDays > 0 || isUncounted(state) ? null : (
        <span className="number quiet left">{leftInChinese(dueOn, today)}</span>
      )}
      {overdueDays > 0 && <br />}
      <Overdue days={overdueDays} />
    </>
  )
}
