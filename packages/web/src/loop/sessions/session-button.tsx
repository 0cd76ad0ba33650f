import type { Meeting } from '@duizhao/contract'
import { LinkButton } from '../../platform/archetypes/link-button.tsx'

/** Leads from a meeting to its session. */
export function SessionButton({ meeting: { id } }: { readonly meeting: Pick<Meeting, 'id'> }) {
  return (
    <LinkButton to="/meetings/$meetingId/session" params={{ meetingId: id }}>
      会议进行
    </LinkButton>
  )
}
