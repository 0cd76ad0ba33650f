import { endpoints, type TalkMatrix } from '@duizhao/contract'
import { talkReasonNames } from '@duizhao/engine/duties'
import { Link } from '@tanstack/react-router'
import { dateInChinese, thisYear, todayInChina } from '../../platform/archetypes/dates.ts'
import { useRead } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'

const MOST = 5
const MOST_PLANS = 20

/** The talks one still owes this year, or that others owe one. */
export function HomeTalks() {
  const session = useSession()
  const [organisation] = grantedOver(session, 'record.read')
  const year = thisYear()
  const { data } = useRead(
    endpoints.readTalkMatrix,
    { params: { organisationId: organisation?.id ?? '' }, query: { from: `${year}-01-01`, to: `${year}-12-31` } },
    organisation !== undefined,
  )
  const { data: plans } = useRead(
    endpoints.listOwnRecords,
    { query: { state: 'planned', limit: MOST_PLANS } },
    organisation !== undefined,
  )
  const planned = (plans?.items ?? []).toReversed()
  const owed = (data?.lines ?? []).flatMap((line) => {
    const other = otherThan(session.person.id, line)
    return line.state === 'missing' && line.planned.length === 0 && other !== null
      ? [`${other}（${talkReasonNames[line.reason]}）`]
      : []
  })
  if (owed.length === 0 && planned.length === 0) return null
  return (
    <section aria-label="我的谈心谈话" className="home-part">
      <h2>
        <Link to="/talks" search={{ organisationId: organisation?.id }}>
          我的谈心谈话
        </Link>
      </h2>
      {planned.length > 0 && (
        <ul>
          {planned.map(({ id, onDay, host, talkedTo }) => (
            <li key={id}>
              <Link to="/records/$recordId" params={{ recordId: id }}>
                约定的谈话：和
                {[...(host === null ? [] : [host]), ...talkedTo].find((one) => one.id !== session.person.id)?.name}
              </Link>{' '}
              <span className="quiet">{dateInChinese(onDay)}以前</span>
              {onDay < todayInChina() && <strong>，已过</strong>}
            </li>
          ))}
        </ul>
      )}
      {owed.length > 0 && (
        <p>
          今年还没有谈、也没有约定的 {owed.length} 次：{owed.slice(0, MOST).join('、')}
          {owed.length > MOST && '等'}。
        </p>
      )}
    </section>
  )
}

/** With whom one is to talk; null where one has no part in it. */
function otherThan(self: string, { person, withAnyOf }: TalkMatrix['lines'][number]): string | null {
  if (person.id === self) return anyOfInWords(withAnyOf.map(({ name }) => name))
  return withAnyOf.some(({ id }) => id === self) ? person.name : null
}

const MOST_NAMED = 2

function anyOfInWords(names: readonly string[]): string | null {
  const [first] = names
  if (first === undefined) return null
  return names.length > MOST_NAMED ? `${first}等 ${names.length} 人中的一人` : names.join('或')
}
