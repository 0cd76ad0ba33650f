import { endpoints, lastOf, type PresenceEvent, presenceKindNames } from '@duizhao/contract'
import { Button } from 'antd'
import { useChange } from '../../platform/service/api.ts'
import { newLineId } from './outbox.ts'
import type { PanelProps } from './panel.ts'

type Kind = PresenceEvent['kind']

/** What can happen next to somebody’s being there. */
function nextKinds(kind: Kind | undefined): readonly Kind[] {
  return kind === undefined || kind === 'came' ? ['left', 'excused', 'absent'] : ['came']
}

/** Who is there: who came as was due has nothing beside the name. */
export function PresencePanel({ sessionKey, session, whole, outbox }: PanelProps) {
  const last = lastOf(whole.presence)
  const setNow = useChange(endpoints.setSessionNow)
  const isOpen = session.mayWrite && !session.isEnded
  const mark = (personId: string, kind: Kind): void =>
    outbox.put({ id: newLineId(), what: 'presence', body: { personId, kind, at: new Date().toISOString() } })
  const speak = (id: string): void =>
    setNow.mutate({
      params: sessionKey,
      body: { item: whole.item, speakingId: whole.speakingId === id ? null : id },
    })
  return (
    <section className="session-presence" aria-label="到会">
      <h2>到会</h2>
      <ul>
        {whole.expected.map(({ id, name, caption }) => {
          const event = last.get(id)
          const kind = event?.kind
          const isAway = kind !== undefined && kind !== 'came'
          const isSpeaking = whole.speakingId === id
          return (
            <li key={id} className={isAway ? 'is-away' : undefined}>
              <span>
                <strong>{name}</strong> <small>{caption}</small>
                {isAway && <em> {presenceKindNames[kind]}</em>}
                {isSpeaking && <em className="is-speaking"> 正在发言</em>}
              </span>
              {isOpen && (
                <span className="session-marks">
                  {!isAway && (
                    <Button size="small" aria-pressed={isSpeaking} onClick={() => speak(id)} aria-label={`${name}发言`}>
                      发言
                    </Button>
                  )}
                  {nextKinds(kind).map((each) => (
                    <Button
                      key={each}
                      size="small"
                      aria-label={`${name}${presenceKindNames[each]}`}
                      onClick={() => mark(id, each)}
                    >
                      {presenceKindNames[each]}
                    </Button>
                  ))}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
