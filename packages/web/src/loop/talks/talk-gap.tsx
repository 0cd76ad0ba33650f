import { plannedInWords, type TalkMatrix } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { PlanTalkForm } from './plan-talk-form.tsx'

interface GapProps {
  readonly line: TalkMatrix['lines'][number]
  readonly bodyId: string
}

/** A talk that is missing: until when it is planned, or to be planned; and to the form of one that was held. */
export function Gap({ line, bodyId }: GapProps) {
  const [isPlanning, setPlanning] = useState(false)
  const { person, withAnyOf, planned } = line
  const [other, ...more] = withAnyOf
  const pair = { hostId: person.id, ...(other !== undefined && more.length === 0 ? { talkedToId: other.id } : {}) }
  if (planned.length > 0)
    return planned.map((plan) => (
      <Link key={plan.recordId} to="/records/$recordId" params={{ recordId: plan.recordId }}>
        {plannedInWords(plan)}
        {plan.until < todayInChina() && <strong>，已过</strong>}
      </Link>
    ))
  return (
    <>
      <Link
        to="/records"
        search={{ organisationId: bodyId, write: todayInChina(), kind: 'talk', ...pair }}
        aria-label={`记下${person.name}的这次谈话`}
      >
        记下
      </Link>
      {other !== undefined && (
        <Button type="link" size="small" aria-label={`约定${person.name}的这次谈话`} onClick={() => setPlanning(true)}>
          约定
        </Button>
      )}
      {isPlanning && <PlanTalkForm line={line} bodyId={bodyId} onClose={() => setPlanning(false)} />}
    </>
  )
}
