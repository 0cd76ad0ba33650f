import { daysAfter } from '@duizhao/engine/wording'
import { dateInChina, startOfDay } from '../../platform/calendar/index.ts'
import { markRead } from '../../platform/notifications/index.ts'
import { markAllOverdue } from '../../loop/ledger/index.ts'
import { remind } from '../../loop/supervision/index.ts'
import type { City, CityAct, CityProblem } from './city.ts'
import type { Cast } from './enter-office.ts'
import { type Played, playAct } from './play-act.ts'
import { eveningOf, playRecord } from './play-life.ts'
import { momentsOfFeedback } from './play-feedback.ts'
import { momentsOfInbox } from './play-inbox.ts'
import { momentsOfInstitutions } from './play-institutions.ts'
import { momentsOfMeetings } from './play-meetings.ts'
import { momentsOfSweeps } from './play-sweeps.ts'
import { playing } from './read-city.ts'
import { actingAs, instantOf, mailNothing, type Stage } from './stage.ts'

interface Moment {
  readonly at: Date
  readonly play: () => Promise<unknown>
}

/** Plays everything that happened until `now`, in the order of time: what people did, and what the service does each day. */
export async function playYear(stage: Stage, city: City, cast: Cast, now: Date): Promise<void> {
  const played: Played = { problems: new Map(), records: new Map(), notices: new Map() }
  const told = city.problems.flatMap((problem) =>
    problem.story.map((act) => ({ at: instantOf(act.at), play: () => tell(stage, cast, { problem, act, played }) })),
  )
  const kept = city.records.map((record) => ({
    at: eveningOf(record.onDay),
    play: () => playRecord(stage, cast, record, played.records),
  }))
  const held = momentsOfMeetings(stage, city, cast)
  const came = momentsOfInbox(stage, city, cast)
  const ruled = momentsOfInstitutions(stage, city, { cast, problems: played.problems })
  const fedBack = momentsOfFeedback(stage, city, cast, played.problems)
  const swept = momentsOfSweeps(stage, city, { cast, problems: played.problems })
  const moments: Moment[] = [
    ...mornings(stage, now),
    readings(stage, city, cast, now),
    ...told,
    ...kept,
    ...held,
    ...came,
    ...ruled,
    ...fedBack,
    ...swept,
  ]
  const inOrder = moments.toSorted((one, other) => one.at.getTime() - other.at.getTime())
  for (const { at, play } of inOrder) if (at <= now) await play()
}

interface Told {
  readonly problem: CityProblem
  readonly act: CityAct
  readonly played: Played
}

function tell(stage: Stage, cast: Cast, { problem, act, played }: Told): Promise<void> {
  return playing(`${problem.key} ${act.at} ${act.by} ${act.act}`, () => {
    const context = actingAs(stage, cast.actor(act.by), instantOf(act.at))
    return playAct({ ...played, context, cast, problem }, act)
  })
}

const HOUR = 3_600_000
/** Calling to mind what was long ago read and done would take a quarter of the time. */
const MORNINGS = 30

/** What the service does by itself: at midnight deadlines pass, at ten past eight people are reminded. */
function mornings({ db }: Stage, now: Date): Moment[] {
  const today = dateInChina(now)
  return Array.from({ length: MORNINGS }, (_, days) => startOfDay(daysAfter(today, -days))).flatMap((midnight) => {
    const morning = new Date(midnight.getTime() + (8 + 1 / 6) * HOUR)
    return [
      { at: midnight, play: () => markAllOverdue(db, midnight) },
      { at: morning, play: () => remind(db, mailNothing, morning) },
    ]
  })
}

const DAYS_UNREAD = 7

/** Everybody has read what they were told, but for the last days. */
function readings({ db }: Stage, { accounts }: City, cast: Cast, now: Date): Moment {
  const at = new Date(now.getTime() - DAYS_UNREAD * 24 * HOUR)
  const read = async (): Promise<void> => {
    for (const { person } of accounts) await markRead(db, cast.actor(person).accountId, null, at)
  }
  return { at, play: read }
}
