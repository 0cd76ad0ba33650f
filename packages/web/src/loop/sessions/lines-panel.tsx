import { lastOf, type SessionLineKind } from '@duizhao/contract'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { draftUnder, keepDraft } from '../../platform/service/drafts.ts'
import { newLineId } from './outbox.ts'
import { PersonChoice } from './person-choice.tsx'
import type { PanelProps } from './panel.ts'

interface Typed {
  readonly who: string
  readonly text: string
}

/** The superior’s comments, or what the absent had written, a passage at a time. */
export function LinesPanel({
  sessionKey,
  session,
  whole,
  outbox,
  kind,
}: PanelProps & { readonly kind: SessionLineKind }) {
  const last = lastOf(whole.presence)
  const away = whole.expected.filter(({ id }) => (last.get(id)?.kind ?? 'came') !== 'came')
  const name = `session ${kind} ${sessionKey.meetingId} ${sessionKey.circle}`
  const [typed, setTyped] = useState<Typed>(() => ({ who: '', text: '', ...draftUnder(name) }))
  const change = (next: Partial<Typed>): void => {
    setTyped({ ...typed, ...next })
    keepDraft(name, { ...typed, ...next })
  }
  const isWritten = kind === 'written'
  const personId = typed.who === '' ? (away[0]?.id ?? '') : typed.who
  const write = (): void => {
    const who = isWritten ? { personId } : { speaker: typed.who }
    outbox.put({ id: newLineId(), what: 'line', body: { kind, ...who, text: typed.text.trim(), version: null } })
    change({ text: '' })
  }
  const nameOf = (id: string | null): string => whole.expected.find((person) => person.id === id)?.name ?? ''
  const waiting = outbox.waiting.flatMap(({ written }) =>
    written.what === 'line' && written.body?.kind === kind ? [{ id: written.id, text: written.body.text }] : [],
  )
  return (
    <>
      {session.mayWrite && (!isWritten || away.length > 0) && (
        <form
          className="session-line"
          onSubmit={(event) => {
            event.preventDefault()
            if (typed.text.trim() !== '') write()
          }}
        >
          {isWritten ? (
            <PersonChoice label="书面发言的人" people={away} value={personId} onChange={(who) => change({ who })} />
          ) : (
            <label>
              点评的人
              <Input value={typed.who} onChange={({ target }) => change({ who: target.value })} />
            </label>
          )}
          <label className="wide">
            要点
            <Input.TextArea
              autoSize={{ minRows: 2 }}

              value={typed.text}
              onChange={({ target }) => change({ text: target.value })}
            />
          </label>
          <Button type="primary" size="large" htmlType="submit">
            记下
          </Button>
        </form>
      )}
      {isWritten && away.length === 0 && <p className="quiet">没有人缺席，不用宣读书面发言。</p>}
      <ul className="session-remarks">
        {whole.lines
          .filter((line) => line.kind === kind)
          .map((line) => (
            <li key={line.id}>
              <p>
                <strong>{isWritten ? nameOf(line.personId) : line.speaker || '上级'}</strong>：{line.text}
              </p>
            </li>
          ))}
        {waiting.map(({ id, text }) => (
          <li key={id}>
            <p>
              {text} <em>还没有送到</em>
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
