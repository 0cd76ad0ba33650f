import { type AgendaItemId, agendaOf, endpoints, quorumNow, quorumOf } from '@duizhao/contract'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useChange } from '../../platform/service/api.ts'
import { AgendaList } from './agenda-list.tsx'
import { EndButton } from './end-button.tsx'
import { LinesPanel } from './lines-panel.tsx'
import type { Written } from './outbox.ts'
import type { PanelProps, RecordingProps } from './panel.ts'
import { PresencePanel } from './presence-panel.tsx'
import { PriorPanel } from './prior-panel.tsx'
import { RemarksPanel } from './remarks-panel.tsx'
import { StartForm } from './start-form.tsx'
import { type Outbox, useOutbox } from './use-outbox.ts'
import { quorumInChinese, withWaiting } from './with-waiting.ts'

/** The session as its recorder sees it: the agenda, what is said now, who is there. */
export function Recording({ sessionKey, session, whole }: RecordingProps) {
  const outbox = useOutbox(sessionKey)
  const { remarks, presence } = withWaiting(whole, outbox.waiting)
  const agenda = agendaOf[sessionKey.circle]
  const [item, setItem] = useState<AgendaItemId>(whole.item ?? (session.isEnded ? 'remarks' : 'prior'))
  const setNow = useChange(endpoints.setSessionNow)
  const ids = whole.expected.map(({ id }) => id)
  const quorum = session.isEnded ? session.quorum : quorumNow(ids, presence, quorumOf[sessionKey.circle])
  const open = (next: AgendaItemId): void => {
    setItem(next)
    if (session.mayWrite && !session.isEnded)
      setNow.mutate({ params: sessionKey, body: { item: next, speakingId: whole.speakingId } })
  }
  const shown = { ...whole, presence }
  const panel = { sessionKey, session, whole: shown, remarks, outbox }
  return (
    <>
      <p className={quorum.isMet ? 'session-quorum' : 'session-quorum is-short'} role="status">
        <strong>
          {quorum.present} / {quorum.expected}
        </strong>
        <span>{quorumInChinese(quorum, session.isEnded)}</span>
      </p>
      <Connection outbox={outbox} />
      <div className="session-board">
        <AgendaList agenda={agenda} current={item} onOpen={open} />
        <section aria-label={agenda.find(({ id }) => id === item)?.name ?? ''} className="session-middle">
          <Middle item={item} panel={panel} />
        </section>
        <PresencePanel {...panel} />
      </div>
      {session.mayWrite && !session.isEnded && (
        <>
          <EndButton {...panel} />
          <details className="session-again">
            <summary>修改召开日期、地点、主持人</summary>
            <StartForm key={whole.version} sessionKey={sessionKey} session={session} whole={whole} />
          </details>
        </>
      )}
    </>
  )
}

function Middle({ item, panel }: { readonly item: AgendaItemId; readonly panel: PanelProps }) {
  if (item === 'prior') return <PriorPanel prior={panel.whole.prior} />
  if (item === 'remarks') return <RemarksPanel {...panel} />
  if (item === 'written' || item === 'superior') return <LinesPanel key={item} {...panel} kind={item} />
  return <p className="quiet">这一项由主持人、发言人讲，会议记录里留有标题，会后补写。</p>
}

/** What has not arrived yet, and what the service would not take. */
function Connection({ outbox: { waiting, isCutOff, drop } }: { readonly outbox: Outbox }) {
  const unsent = waiting.filter(({ refused }) => refused === null).length
  const refused = waiting.flatMap(({ written, refused: why }) => (why === null ? [] : [{ written, why }]))
  return (
    <div aria-live="polite">
      {isCutOff && unsent > 0 && (
        <Alert
          type="warning"
          className="before-form"
          title={`连不上服务：${unsent} 行还没有送到，都留在这台电脑上，连上以后自动送出，可以接着记。`}
        />
      )}
      {refused.map(({ written, why }) => (
        <Alert
          key={written.id}
          type="error"
          className="before-form"
          title={`没有记上：${wordsOf(written)}。${why}`}
          action={
            <Button size="small" onClick={() => drop(written)}>
              不记这一行
            </Button>
          }
        />
      ))}
    </div>
  )
}

function wordsOf(written: Written): string {
  return written.what === 'presence' ? '到会情况' : `“${written.body?.text ?? ''}”`
}
