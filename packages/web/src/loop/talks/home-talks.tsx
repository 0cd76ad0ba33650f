import { endpoints, type TalkMatrix } from '@duizhao/contract'
import { talkReasonNames } from '@duizhao/engine/duties'
import { Link } from '@tanstack/react-router'
import { thisYear } from '../../platform/archetypes/dates.ts'
import { useRead } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'

const MOST = 5

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
  const owed = (data?.lines ?? []).flatMap((line) => {
    const other = otherThan(session.person.id, line)
    return line.state === 'missing' && other !== null ? [`${other}（${talkReasonNames[line.reason]}）`] : []
  })
  if (owed.length === 0) return null
  return (
    <section aria-label="我的谈心谈话" className="home-part">
      <h2>
        <Link to="/talks" search={{ organisationId: organisation?.id }}>
          我的谈心谈话
        </Link>
      </h2>
      <p>
        今年还没有谈的 {owed.length} 次：{owed.slice(0, MOST).join('、')}
        {owed.length > MOST && '等'}。
      </p>
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
