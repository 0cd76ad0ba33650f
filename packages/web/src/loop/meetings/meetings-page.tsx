import { endpoints, type Meeting, meetingKindNames } from '@duizhao/contract'
import { Suspense } from 'react'
import { dateInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { useFeatures } from '../../platform/feature.ts'
import './meeting-slots.ts'
import { nextInChinese } from './step-words.ts'

/** The meetings of the bodies one belongs to, what is due first at the top. */
export function MeetingsPage() {
  const pages = usePages(endpoints.listOwnMeetings, {})
  const tools = useFeatures().flatMap(({ meetingTools = [] }) => meetingTools)
  return (
    <Page title="会议" facts="自己所在组织的；先到期的在前">
      <List
        label="会议"
        {...pages}
        keyOf={({ id }) => id}
        whenEmpty="没有会议。上级发下专题，这里就有；也可以自己另开一次。"
        columns={[
          { header: '会议', cell: ({ name }) => name },
          { header: '单位', cell: ({ organisation }) => organisation.name },
          { header: '种类', cell: ({ kind }) => meetingKindNames[kind] },
          { header: '哪一天开', cell: (meeting) => <Day meeting={meeting} /> },
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
    </Page>
  )
}

function Day({ meeting: { plannedOn, heldOn } }: { readonly meeting: Meeting }) {
  if (heldOn !== null) return <>{dateInChinese(heldOn)}已开</>
  return plannedOn === null ? <span className="quiet">还没有定</span> : <>{dateInChinese(plannedOn)}</>
}

function Next({ meeting }: { readonly meeting: Meeting }) {
  const { words, isLate } = nextInChinese(meeting, todayInChina())
  return <span className={isLate ? 'overdue' : undefined}>{words}</span>
}
