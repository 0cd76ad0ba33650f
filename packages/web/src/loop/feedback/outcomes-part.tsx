import {
  endpoints,
  type Inspection,
  type InspectionOutcome,
  type OutcomeKind,
  outcomeKindNames,
  outcomeKinds,
} from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { dateInChinese, instantInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { Fold } from '../../platform/archetypes/fold.tsx'
import { useRead } from '../../platform/service/api.ts'
import { holds, useSession } from '../../platform/service/session.ts'
import { MeetingForm, OutcomeForm, TakeOutcomeBackForm } from './outcome-forms.tsx'
import './feedback.css'

type Open =
  | { readonly form: 'meeting' }
  | { readonly form: 'enter'; readonly kind: OutcomeKind }
  | { readonly form: 'take-back'; readonly outcome: InspectionOutcome }

const MOST = 100

/** What follows the feedback, step by step: the special meeting, plan and report with their days, conclusion, answer. */
export function OutcomesPart({ inspection }: { readonly inspection: Inspection }) {
  const { data } = useRead(endpoints.listFeedbackItems, { params: { inspectionId: inspection.id } })
  const session = useSession()
  const [open, setOpen] = useState<Open | null>(null)
  if (data === undefined) return null
  const mayWrite = holds(session, 'problem.write')
  const due = { plan: inspection.planOn, report: inspection.reportOn, conclusion: null, answer: null }
  const close = (): void => setOpen(null)
  const step = (kind: OutcomeKind): ReactNode => {
    const own = data.outcomes.filter((outcome) => outcome.kind === kind)
    return (
      <Step key={kind} name={outcomeKindNames[kind]}>
        {own.map((outcome) => (
          <Outcome
            key={outcome.id}
            outcome={outcome}
            onTakeBack={mayWrite ? () => setOpen({ form: 'take-back', outcome }) : null}
          />
        ))}
        {own.length === 0 && <Missing until={due[kind]} />}
        {mayWrite && (
          <Button size="small" onClick={() => setOpen({ form: 'enter', kind })}>
            登记{outcomeKindNames[kind]}
          </Button>
        )}
      </Step>
    )
  }
  return (
    <section aria-label="反馈以后">
      <h2>反馈以后</h2>
      <dl className="facts">
        <Meetings inspection={inspection} onOpen={() => setOpen({ form: 'meeting' })} />
        {outcomeKinds.map(step)}
      </dl>
      {data.events.length > 0 && (
        <Fold title="经过" gist={`${data.events.length} 条`}>
          <ul>
            {data.events.map(({ id, at, by, actionName, text }) => (
              <li key={id}>
                {instantInChinese(at)}，{by}，{actionName}
                {text !== '' && `：${text}`}
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {open?.form === 'meeting' && <MeetingForm inspection={inspection} onClose={close} />}
      {open?.form === 'enter' && <OutcomeForm inspection={inspection} kind={open.kind} onClose={close} />}
      {open?.form === 'take-back' && <TakeOutcomeBackForm outcome={open.outcome} onClose={close} />}
    </section>
  )
}

function Step({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** What is not there yet; its days stand at the head of the page. */
function Missing({ until }: { readonly until: string | null }) {
  if (until === null) return <div className="quiet">还没有</div>
  if (until < todayInChina()) return <div className="overdue">还没有报送，过了时限</div>
  return <div className="quiet">还没有报送</div>
}

interface OutcomeProps {
  readonly outcome: InspectionOutcome
  readonly onTakeBack: (() => void) | null
}

function Outcome({ outcome: { kind, onDay, text, paper, by, isLate }, onTakeBack }: OutcomeProps) {
  return (
    <div className="feedback-words">
      {dateInChinese(onDay)}
      {isLate && <span className="overdue">（过了时限）</span>}{' '}
      {paper !== null && (
        <Link to="/papers/$paperId" params={{ paperId: paper.id }}>
          《{paper.title}》
        </Link>
      )}
      {text} <span className="quiet">{by}登记</span>{' '}
      {onTakeBack !== null && (
        <Button size="small" aria-label={`撤去${outcomeKindNames[kind]}：${dateInChinese(onDay)}`} onClick={onTakeBack}>
          撤去
        </Button>
      )}
    </div>
  )
}

/** The special meetings opened from the day of the feedback. */
function Meetings({ inspection, onOpen }: { readonly inspection: Inspection; readonly onOpen: () => void }) {
  const session = useSession()
  const mayRead = holds(session, 'meeting.read')
  const params = { organisationId: inspection.organisation.id }
  const { data } = useRead(endpoints.listMeetings, { params, query: { limit: MOST } }, mayRead)
  if (!mayRead || data === undefined) return null
  const own = data.items.filter(
    ({ trigger, triggerOn, isReplaced }) => trigger === 'feedback' && triggerOn === inspection.fedBackOn && !isReplaced,
  )
  return (
    <Step name="专题会">
      {own.map(({ id, name, heldOn, plannedOn }) => (
        <div key={id}>
          <Link to="/meetings/$meetingId" params={{ meetingId: id }}>
            {name}
          </Link>{' '}
          <span className="quiet">{meetingDay(heldOn, plannedOn)}</span>
        </div>
      ))}
      {own.length === 0 && <div className="quiet">还没有</div>}
      {own.length === 0 && holds(session, 'meeting.write') && (
        <Button size="small" onClick={onOpen}>
          开专题会
        </Button>
      )}
    </Step>
  )
}

function meetingDay(heldOn: string | null, plannedOn: string | null): string {
  if (heldOn !== null) return `${dateInChinese(heldOn)}召开`
  return plannedOn === null ? '还没有定日子' : `准备 ${dateInChinese(plannedOn)}召开`
}
