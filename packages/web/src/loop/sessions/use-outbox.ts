import { endpoints, type MeetingSession, RefusedCall, type SessionCircle } from '@duizhao/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { request, sentenceOf } from '../../platform/service/api.ts'
import { draftUnder, keepDraft } from '../../platform/service/drafts.ts'
import { nextOf, putIn, refuse, takeOut, type Waiting, waitingIn, type Written } from './outbox.ts'

export interface SessionKey {
  readonly meetingId: string
  readonly circle: SessionCircle
}

export interface Outbox {
  readonly waiting: readonly Waiting[]
  /** True while the service cannot be reached. */
  readonly isCutOff: boolean
  readonly put: (written: Written) => void
  readonly drop: (written: Written) => void
}

const AGAIN = 2_000

/** Where the page keeps what it read of a session. */
export function sessionQueryKey(key: SessionKey): readonly unknown[] {
  return [endpoints.readMeetingSession.action, { params: key }]
}

/**
 * Sends what is written at a session, a line at a time in its order. What could not be sent stays in the browser, over a
 * broken connection and a closed page, and is sent again until it has arrived.
 */
export function useOutbox(key: SessionKey): Outbox {
  const client = useQueryClient()
  const name = `session lines ${key.meetingId} ${key.circle}`
  const held = useRef<readonly Waiting[]>(waitingIn(draftUnder(name)))
  const isSending = useRef(false)
  const [waiting, show] = useState(held.current)
  const [isCutOff, setCutOff] = useState(false)

  const change = useCallback(
    (next: readonly Waiting[]): void => {
      held.current = next
      keepDraft(name, { waiting: next })
      show(next)
    },
    [name],
  )
  const sendAll = useCallback(async (): Promise<void> => {
    if (isSending.current) return
    isSending.current = true
    try {
      for (let next = nextOf(held.current); next !== undefined; next = nextOf(held.current)) {
        try {
          const session = await send(key, next)
          client.setQueryData<MeetingSession>(sessionQueryKey(key), session)
          setCutOff(false)
          change(takeOut(held.current, next))
        } catch (error) {
          if (!isFinal(error)) {
            setCutOff(true)
            return
          }
          change(refuse(held.current, next, sentenceOf(error)))
        }
      }
    } finally {
      isSending.current = false
    }
  }, [change, client, key])

  useEffect(() => {
    void sendAll()
    const timer = setInterval(() => void sendAll(), AGAIN)
    return () => clearInterval(timer)
  }, [sendAll])

  return {
    waiting,
    isCutOff,
    put: (written) => {
      change(putIn(held.current, written))
      void sendAll()
    },
    drop: (written) => change(takeOut(held.current, written)),
  }
}

/** The service answered, and will not answer otherwise another time. */
function isFinal(error: unknown): boolean {
  return error instanceof RefusedCall && !['unavailable', 'busy', 'broken'].includes(error.refusal.code)
}

function send({ meetingId, circle }: SessionKey, { id, ...written }: Written): Promise<MeetingSession> {
  const params = { meetingId, circle }
  if (written.what === 'remark')
    return request(endpoints.writeRemark, { params: { ...params, remarkId: id }, body: written.body })
  if (written.what === 'presence')
    return request(endpoints.writePresence, { params: { ...params, eventId: id }, body: written.body })
  return request(endpoints.writeSessionLine, { params: { ...params, lineId: id }, body: written.body })
}
