import { circlesOf, endpoints, type MeetingSession, sessionCircleNames } from '@duizhao/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useMemo } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { request, sentenceOf, useRead } from '../../platform/service/api.ts'
import { Recording } from './recording.tsx'
import { sessionSearchOf } from './session-search.ts'
import './sessions.css'
import { StartForm } from './start-form.tsx'
import { type SessionKey, sessionQueryKey } from './use-outbox.ts'
import { quorumInChinese } from './with-waiting.ts'

/** How often a page looks what the other recorder wrote. */
const EVERY = 3_000

/** 会议进行: for who records, all of it; for others its counts. */
export function SessionPage() {
  const { meetingId = '' } = useParams({ strict: false })
  const search = sessionSearchOf(useSearch({ strict: false }))
  const { data: meeting, error } = useRead(endpoints.readMeeting, { params: { meetingId } })
  const circle = search.circle ?? (meeting === undefined ? undefined : circlesOf[meeting.kind][0])
  if (circle === undefined)
    return <Page title="会议进行">{error ? <Fault error={error} /> : <Skeleton active aria-label="正在读取" />}</Page>
  return <Session key={`${meetingId} ${circle}`} meetingId={meetingId} circle={circle} />
}

function Fault({ error }: { readonly error: unknown }) {
  return (
    <>
      <p className="fault" role="alert">
        {sentenceOf(error)}
      </p>
      <Link to="/meetings">回到会议</Link>
    </>
  )
}

function Session({ meetingId, circle }: SessionKey) {
  const key = useMemo(() => ({ meetingId, circle }), [meetingId, circle])
  const { data, error } = useQuery<MeetingSession>({
    queryKey: sessionQueryKey(key),
    queryFn: () => request(endpoints.readMeetingSession, { params: key }),
    refetchInterval: EVERY,
  })
  // What was read stays while the connection is broken.
  if (data === undefined)
    return <Page title="会议进行">{error ? <Fault error={error} /> : <Skeleton active aria-label="正在读取" />}</Page>
  const { meeting, organisation, onDay, isBegun, isEnded, whole } = data
  const when = onDay === null ? '' : ` · ${dateInChinese(onDay)}`
  return (
    <Page
      title={`会议进行：${meeting.name}`}
      facts={`${organisation.name} · ${sessionCircleNames[circle]}${when}${isEnded ? ' · 已结束' : ''}`}
      actions={isBegun && whole !== null && <Minutes session={data} circle={circle} />}
    >
      <Circles session={data} />
      {whole === null && <Counts session={data} />}
      {whole !== null && !isBegun && <StartForm sessionKey={key} session={data} whole={whole} />}
      {whole !== null && isBegun && <Recording sessionKey={key} session={data} whole={whole} />}
    </Page>
  )
}

function Minutes({ session: { meeting }, circle }: { readonly session: MeetingSession } & Pick<SessionKey, 'circle'>) {
  return (
    <DownloadButton
      name={`${meeting.name}${sessionCircleNames[circle]}会议记录.docx`}
      fetchFile={() => request(endpoints.sessionMinutes, { params: { meetingId: meeting.id, circle } })}
    >
      会议记录（Word）
    </DownloadButton>
  )
}

/** The sessions of the meeting, where it has several. */
function Circles({ session: { circles, circle, meeting } }: { readonly session: MeetingSession }) {
  if (circles.length < 2) return null
  return (
    <nav className="session-circles" aria-label="这次会议的各场">
      {circles.map((each) => (
        <Link
          key={each}
          to="/meetings/$meetingId/session"
          params={{ meetingId: meeting.id }}
          search={{ circle: each }}
          aria-current={each === circle ? 'page' : undefined}
        >
          {sessionCircleNames[each]}
        </Link>
      ))}
    </nav>
  )
}

/** What who is not one of the recorders is told: numbers. */
function Counts({ session: { isBegun, isEnded, quorum, remarks } }: { readonly session: MeetingSession }) {
  if (!isBegun) return <p>会议还没有开始记。</p>
  return (
    <>
      <p className="session-quorum">{quorumInChinese(quorum, isEnded)}</p>
      <p>
        {remarks.cells === null
          ? `批评和自我批评 ${remarks.total} 条`
          : `相互批评：应有 ${remarks.cells} 组，已有 ${remarks.filled} 组`}
        ；有了结果的 {remarks.ended} 条。
      </p>
      <p className="quiet">谁说了谁、说了什么，只有本人、办会的人和审定的人看得见。</p>
    </>
  )
}
