import {
  CheckOutlined,
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  MinusOutlined,
  StopOutlined,
} from '@ant-design/icons'
import {
  type MeetingDetail,
  type MeetingLine,
  meetingLineKnownNames,
  meetingLineStateNames,
  meetingStepNames,
  type MeetingWaiver,
  ruleOfStep,
  type StepDetail,
  type StepState,
  stepStateNames,
} from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { ChecklistItem } from '../../platform/archetypes/checklist.tsx'
import { dateInChinese, dueInChinese, instantInChinese } from '../../platform/archetypes/dates.ts'

export const stepIcons: Readonly<Record<StepState, ReactNode>> = {
  met: <CheckOutlined />,
  missing: <ExclamationCircleOutlined />,
  pending: <ClockCircleOutlined />,
  not_applicable: <MinusOutlined />,
  set_aside: <StopOutlined />,
}
const tones = {
  met: 'done',
  missing: 'late',
  pending: 'open',
  not_applicable: 'quiet',
  set_aside: 'quiet',
} as const satisfies Readonly<Record<StepState, ChecklistItem['tone']>>

interface Given {
  readonly meeting: MeetingDetail
  readonly today: string
  readonly actionsOf: (step: StepDetail) => ReactNode
  /** Asks for the reason why something is not done. */
  readonly onSetAside: (rule: string, name: string) => void
}

/** The steps of a meeting as the lines of a checklist. */
export function stepItems({ meeting, today, actionsOf, onSetAside }: Given): ChecklistItem[] {
  const mayWrite = meeting.mayWrite && !meeting.isReplaced
  return meeting.steps.map((step) => ({
    key: step.step,
    name: meetingStepNames[step.step],
    icon: stepIcons[step.state],
    state: stepStateNames[step.state],
    tone: tones[step.state],
    day: dayOf(step, today),
    words: step.words,
    children: <Inside step={step} isHeld={meeting.heldOn !== null} mayWrite={mayWrite} onSetAside={onSetAside} />,
    ...(mayWrite ? { actions: <StepActions step={step} actionsOf={actionsOf} onSetAside={onSetAside} /> } : {}),
  }))
}

function dayOf({ due, state }: StepDetail, today: string): string {
  if (due === null) return ''
  const isOver = state === 'met' || state === 'set_aside'
  return isOver ? `期限 ${dateInChinese(due)}` : dueInChinese(due, today)
}

interface StepActionsProps extends Pick<Given, 'actionsOf' | 'onSetAside'> {
  readonly step: StepDetail
}

function StepActions({ step, actionsOf, onSetAside }: StepActionsProps) {
  const name = meetingStepNames[step.step]
  const isOpen = step.state === 'missing' || step.state === 'pending'
  return (
    <>
      {actionsOf(step)}
      {isOpen && (
        <Button size="small" type="text" onClick={() => onSetAside(ruleOfStep(step.step), name)}>
          这一环节不照办
        </Button>
      )}
    </>
  )
}

interface InsideProps extends Pick<Given, 'onSetAside'> {
  readonly step: StepDetail
  readonly isHeld: boolean
  readonly mayWrite: boolean
}

function Inside({ step, isHeld, mayWrite, onSetAside }: InsideProps) {
  // What nobody can know before the meeting is not told before it.
  const quiet = isHeld ? ['met', 'not_applicable'] : ['met', 'not_applicable', 'unknown']
  const told = step.lines.filter(({ state }) => !quiet.includes(state))
  return (
    <>
      {step.missing.length > 0 && <p>还缺：{step.missing.map(({ name }) => name).join('、')}</p>}
      {step.waiver !== null && <Waiver waiver={step.waiver} />}
      {step.sources.length > 0 && (
        <ul aria-label="依据的文稿和记录">
          {step.sources.map(({ kind, id, name, day }) => (
            <li key={id}>
              {kind === 'paper' && (
                <Link to="/papers/$paperId" params={{ paperId: id }}>
                  {name}
                </Link>
              )}
              {kind === 'record' && (
                <Link to="/records/$recordId" params={{ recordId: id }}>
                  {name}
                </Link>
              )}
              {day !== null && <span className="quiet">　{dateInChinese(day)}</span>}
            </li>
          ))}
        </ul>
      )}
      {told.length > 0 && (
        <ul aria-label="按规定看">
          {told.map((line, at) => (
            <Line key={`${line.rule}${at}`} line={line} mayWrite={mayWrite} onSetAside={onSetAside} />
          ))}
        </ul>
      )}
    </>
  )
}

function Line({ line, mayWrite, onSetAside }: Omit<InsideProps, 'step' | 'isHeld'> & { readonly line: MeetingLine }) {
  const { rule, name, state, message, times, isBlock, ground, known, waiver } = line
  const isWrong = state === 'missing' || state === 'late'
  const isAdvice = known === 'unverified'
  return (
    <li>
      <span className={isWrong && !isAdvice && waiver === null ? 'overdue' : undefined}>
        {isAdvice ? '建议' : meetingLineStateNames[state]}
      </span>
      ：{message ?? `${name}${times > 1 ? `，${times} 处` : ''}`}
      {isBlock && isWrong && waiver === null && <strong>（不写明理由不能上报）</strong>}
      <div className="quiet">
        依据：{ground}（{meetingLineKnownNames[known]}）
      </div>
      {waiver !== null && <Waiver waiver={waiver} />}
      {mayWrite && isWrong && waiver === null && (
        <Button size="small" type="text" className="not-printed" onClick={() => onSetAside(rule, name)}>
          写明理由，不照办
        </Button>
      )}
    </li>
  )
}

function Waiver({ waiver: { reason, by, at } }: { readonly waiver: MeetingWaiver }) {
  return (
    <p>
      不照办的理由：{reason}
      <span className="quiet">
        {'　'}
        {by}，{instantInChinese(at)}
      </span>
    </p>
  )
}
