import type { MeetingDetail } from '@duizhao/contract'
import { LinkButton } from '../../../platform/archetypes/link-button.tsx'
import { grantedOver, useSession } from '../../../platform/service/session.ts'

/** Opens the page on which the materials of a meeting are handed in together, for who runs meetings. */
export function HandInMany({ meeting: { id, organisation } }: { readonly meeting: MeetingDetail }) {
  const runs = grantedOver(useSession(), 'meeting.write').length > 0
  if (!runs) return null
  return (
    <p className="actions not-printed">
      <LinkButton to="/paper-batch" search={{ meetingId: id, organisationId: organisation.id }}>
        这次会议的文稿，批量提交
      </LinkButton>
    </p>
  )
}
