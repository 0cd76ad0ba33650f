import { type DutyOccurrence, endpoints } from '@duizhao/contract'
import { daysAfter } from '@duizhao/engine/wording'
import { Link } from '@tanstack/react-router'
import { dateInChinese, thisYear } from '../../platform/archetypes/dates.ts'
import { useRead } from '../../platform/service/api.ts'
import { holds, useSession } from '../../platform/service/session.ts'

const DAYS_AHEAD = 31

/** What one owes soon by one’s posts, and what is missing; nothing to who owes nothing. */
export function HomeDuties() {
  const may = holds(useSession(), 'duty.read')
  const year = thisYear()
  const { data } = useRead(endpoints.readOwnDuties, { query: { year } }, may)
  if (data === undefined) return null
  const until = daysAfter(data.today, DAYS_AHEAD)
  const isNear = ({ state, due }: DutyOccurrence): boolean =>
    state === 'missing' || (state === 'pending' && due <= until)
  const lines = data.lines.flatMap(({ duty, occurrences }) =>
    occurrences.filter(isNear).map((one) => ({ key: `${duty.id} ${one.period}`, name: duty.name, ...one })),
  )
  const bodies = data.bodies.filter(({ missing }) => missing > 0)
  if (lines.length === 0 && bodies.length === 0) return null
  return (
    <section aria-label="我的履职" className="home-part">
      <h2>
        <Link to="/own-duties">我的履职</Link>
      </h2>
      <ul className="checks">
        {lines.map(({ key, name, state, due }) => (
          <li key={key}>
            {name}
            {state === 'missing' ? (
              <span className="overdue">，缺</span>
            ) : (
              <span className="quiet">，最迟 {dateInChinese(due)}</span>
            )}
          </li>
        ))}
        {bodies.map(({ id, name, missing }) => (
          <li key={id}>
            <Link to="/duties" search={{ organisationId: id, year }}>
              {name}
            </Link>
            <span className="overdue">，缺 {missing} 期</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
