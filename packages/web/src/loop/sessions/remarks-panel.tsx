import { hasMatrix } from '@duizhao/contract'
import { Button, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { draftUnder, keepDraft } from '../../platform/service/drafts.ts'
import { nextPair, type Pair } from './next-pair.ts'
import { newLineId } from './outbox.ts'
import { PersonChoice } from './person-choice.tsx'
import type { PanelProps } from './panel.ts'
import { RemarkList } from './remark-list.tsx'
import { RemarkMatrix } from './remark-matrix.tsx'
import { countsByPair, pairOf, type ShownRemark, withWords } from './with-waiting.ts'

/** So many sit together at most that a table of all pairs can be looked over. */
const MOST_IN_MATRIX = 20

interface Typed extends Pair {
  readonly text: string
  /** The line that is changed; null for a new one. */
  readonly changed: { readonly id: string; readonly version: number } | null
}

/** Self-criticism and criticism, a line at a time: Enter writes it down and goes on to the next. */
export function RemarksPanel(props: PanelProps) {
  const { sessionKey, session, whole, remarks, outbox } = props
  const people = whole.expected
  const ids = people.map(({ id }) => id)
  const first = ids[0] ?? ''
  const name = `session typed ${sessionKey.meetingId} ${sessionKey.circle}`
  const [typed, setTyped] = useState<Typed>(() => ({
    ...{ fromId: first, aboutId: first, text: '', changed: null },
    ...draftUnder(name),
  }))
  const input = useRef<InputRef>(null)
  const change = (next: Partial<Typed>): void => {
    const all = { ...typed, ...next }
    setTyped(all)
    keepDraft(name, all)
  }
  const said = countsByPair(remarks)
  const choose = (pair: Pair): void => {
    change({ ...pair, changed: null })
    input.current?.focus()
  }
  const write = (): void => {
    const { fromId, aboutId, text, changed } = typed
    const body = { fromId, aboutId, text: text.trim(), version: changed?.version ?? null }
    outbox.put({ id: changed?.id ?? newLineId(), what: 'remark', body })
    const after = new Map(said).set(pairOf(fromId, aboutId), 1)
    change({ text: '', changed: null, ...nextPair(ids, after, typed) })
    input.current?.focus()
  }
  const edit = ({ id, from, about, text, version, isWaiting }: ShownRemark): void => {
    const waiting = outbox.waiting.find(({ written }) => written.id === id)?.written
    const isNew = isWaiting && waiting?.what === 'remark' && waiting.body?.version === null
    change({ fromId: from.id, aboutId: about.id, text, changed: { id, version: isNew ? 1 : version } })
    input.current?.focus()
  }
  return (
    <>
      {session.mayWrite && ids.length > 0 && (
        <form
          className="session-line"
          onSubmit={(event) => {
            event.preventDefault()
            write()
          }}
        >
          <PersonChoice label="提出人" people={people} value={typed.fromId} onChange={(fromId) => change({ fromId })} />
          <PersonChoice
            label="批评对象"
            people={people}
            value={typed.aboutId}
            onChange={(aboutId) => change({ aboutId })}
          />
          <label className="wide">
            {typed.fromId === typed.aboutId ? '自我批评' : '批评意见'}
            {typed.changed !== null && '（改这一行）'}
            <Input
              ref={input}
              size="large"

              value={typed.text}
              placeholder="一行说一个人；按回车记下，接着记下一位"
              onChange={({ target }) => change({ text: target.value })}
            />
          </label>
          <Button type="primary" size="large" htmlType="submit">
            记下
          </Button>
        </form>
      )}
      {hasMatrix(sessionKey.circle) && ids.length <= MOST_IN_MATRIX && (
        <RemarkMatrix people={people} said={countsByPair(withWords(remarks))} chosen={typed} onChoose={choose} />
      )}
      <RemarkList {...props} onEdit={edit} />
    </>
  )
}
