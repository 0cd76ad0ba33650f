import { endpoints, type Meeting, meetingKindNames } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Suspense, useState } from 'react'
import { dateInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { useFeatures } from '../../platform/feature.ts'
import './meeting-slots.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import { MeetingPages } from './meeting-pages.tsx'
import { NewMeetingForm } from './new-meeting-form.tsx'
import { nextInChinese } from './step-words.ts'

/** The meetings of the bodies one belongs to, what is due first at the top. */
export function MeetingsPage() {
  const pages = usePages(endpoints.listOwnMeetings, {})
  const tools = useFeatures().flatMap(({ meetingTools = [] }) => meetingTools)
  const session = useSession()
  const [isOpen, setOpen] = useState(false)
  return (
    <Page
      title="会议"
      facts="自己所在组织的；先到期的在前"
      actions={
        <Button type="primary" onClick={() => setOpen(true)}>
          另开一次会议
        </Button>
      }
    >
      <MeetingPages />
      <List
        label="会议"
        {...pages}
        keyOf={({ id }) => id}
        whenEmpty="没有会议。上级发下专题，这里就有；也可以自己另开一次。"
        columns={[
          {
            header: '会议',
            cell: ({ id, name, isReplaced }) => (
              <>
                <Link to="/meetings/$meetingId" params={{ meetingId: id }}>
                  {name}
                </Link>
                {isReplaced && <div className="quiet">已责令补课，保留原样</div>}
              </>
            ),
          },
          { header: '单位', cell: ({ organisation }) => organisation.name },
          { header: '种类', cell: ({ kind }) => meetingKindNames[kind] },
          { header: '召开日期', cell: (meeting) => <Day meeting={meeting} /> },
          { header: '下一步', cell: (meeting) => <Next meeting={meeting} /> },
          {
            header: '办理',
            cell: (meeting) => (
              <Suspense fallback={null}>
                {tools.map((Tool, at) => (
                  <Tool key={at} meeting={meeting} />
                ))}
              </Suspense>
            ),
          },
        ]}
      />
      {isOpen && (
        <NewMeetingForm
          organisationId={grantedOver(session, 'meeting.read')[0]?.id ?? ''}
          onClose={() => setOpen(false)}
        />
      )}
    </Page>
  )
}

function Day({ meeting: { plannedOn, heldOn } }: { readonly meeting: Meeting }) {
  if (heldOn !== null) return <>{dateInChinese(heldOn)}已开</>
  return plannedOn === null ? <span className="quiet">还没有定</span> : <>{dateInChinese(plannedOn)}</>
}

function Next({ meeting }: { readonly meeting: Meeting }) {
  const { words, isLate } = nextInChinese(meeting, todayInChina())
  return <strong className={isLate ? 'overdue' : undefined}>{words}</strong>
}
