import { endpoints, type PaperReview, type ReviewMarks } from '@duizhao/contract'
import { shortened } from '@duizhao/engine/wording'
import type { Desk, PageSpan } from '@duizhao/view'
import { App, Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import { request, sentenceOf } from '../../platform/service/api.ts'
import { type MarkedDocument, type MarkedNote, nextWaiting, standingInWords } from './marked-document.ts'
import { type NoteTool, ReviewDesk } from './review-desk.tsx'
import { DismissForm, RemarkForm } from './review-forms.tsx'
import { KEYS, useKeys } from './review-keys.ts'

interface WorkbenchProps {
  readonly versionId: string
  readonly reviewed: NonNullable<PaperReview['reviewed']>
  readonly marked: MarkedDocument
  readonly mayJudge: boolean
  readonly onMarks: (marks: ReviewMarks) => void
}

type Open =
  | { readonly what: 'keys' }
  | { readonly what: 'dismiss'; readonly note: MarkedNote }
  | { readonly what: 'remark'; readonly span: PageSpan }

const MOST_WORDS = 40

/** A version gone through finding by finding, with the mouse or with the keys alone. */
export function Workbench({ versionId, reviewed, marked, mayJudge, onMarks }: WorkbenchProps) {
  const { message } = App.useApp()
  const desk = useRef<Desk>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const [open, setOpen] = useState<Open | null>(null)
  const [span, setSpan] = useState<PageSpan | null>(null)
  const { notes } = marked
  const active = (): MarkedNote | undefined => notes[desk.current?.active() ?? -1]

  const change = async (ask: () => Promise<ReviewMarks>, then: string | null): Promise<void> => {
    try {
      const now = await ask()
      setOpened(then)
      onMarks(now)
    } catch (refused) {
      void message.error(sentenceOf(refused))
    }
  }
  const judge = (note: MarkedNote, verdict: 'accepted' | 'none'): void => {
    const then = verdict === 'accepted' ? (nextWaiting(notes, note.key) ?? note.key) : note.key
    const call = { params: { versionId, key: note.key }, body: { verdict } }
    void change(() => request(endpoints.judgeFinding, call), then)
  }
  const withdraw = ({ key }: MarkedNote): void => {
    const call = { params: { versionId, remarkId: key } }
    void change(() => request(endpoints.withdrawRemark, call), null)
  }
  const onFinding = (run: (note: MarkedNote) => void) => (): void => {
    const note = active()
    if (mayJudge && note?.kind === 'finding') run(note)
  }
  const remark = (): void => {
    const about = span ?? active() ?? null
    if (mayJudge && about !== null) setOpen({ what: 'remark', span: { start: about.start, end: about.end } })
  }
  useKeys({
    j: () => desk.current?.step(1),
    k: () => desk.current?.step(-1),
    a: onFinding((note) => judge(note, 'accepted')),
    d: onFinding((note) => setOpen({ what: 'dismiss', note })),
    u: onFinding((note) => judge(note, 'none')),
    m: remark,
    '?': () => setOpen({ what: 'keys' }),
  })
  const toolsOf = (note: MarkedNote): NoteTool[] => {
    if (!mayJudge) return []
    if (note.kind === 'remark') return note.isOwn ? [{ name: '收回这条意见', run: () => withdraw(note) }] : []
    if (note.verdict !== null) return [{ name: '收回处理', run: () => judge(note, 'none') }]
    return [
      { name: '采纳', run: () => judge(note, 'accepted') },
      { name: '不采纳', run: () => setOpen({ what: 'dismiss', note }) },
    ]
  }
  const close = (): void => setOpen(null)
  const { text } = reviewed.text
  return (
    <>
      <p className="not-printed" role="status">
        {standingInWords(notes)}。{mayJudge && '选中一段文字可以提自己的意见。'}
        <Button type="link" size="small" onClick={() => setOpen({ what: 'keys' })}>
          键盘操作（?）
        </Button>
      </p>
      <ReviewDesk
        marked={marked}
        rules={reviewed.rules}
        opened={opened}
        toolsOf={toolsOf}
        onDesk={(now) => (desk.current = now)}
        onSelect={setSpan}
      />
      {mayJudge && span !== null && (
        <SelectedBar words={text.slice(span.start, span.end)} onRemark={remark} onLeave={() => setSpan(null)} />
      )}
      {open?.what === 'keys' && <KeyTable onClose={close} />}
      {open?.what === 'dismiss' && (
        <DismissForm
          versionId={versionId}
          note={open.note}
          onClose={close}
          onMarks={(now) => {
            setOpened(nextWaiting(notes, open.note.key) ?? open.note.key)
            onMarks(now)
          }}
        />
      )}
      {open?.what === 'remark' && (
        <RemarkForm
          versionId={versionId}
          span={open.span}
          words={text.slice(open.span.start, open.span.end)}
          onClose={close}
          onMarks={(now) => {
            setSpan(null)
            onMarks(now)
          }}
        />
      )}
    </>
  )
}

interface SelectedBarProps {
  readonly words: string
  readonly onRemark: () => void
  readonly onLeave: () => void
}

/** What can be done with the words that are selected. */
function SelectedBar({ words, onRemark, onLeave }: SelectedBarProps) {
  return (
    <section className="selected-bar" aria-label="选中的一段">
      <span>“{shortened(words, MOST_WORDS)}”</span>
      <Button onClick={onRemark}>提意见</Button>
      <Button type="text" onClick={onLeave}>
        不选了
      </Button>
    </section>
  )
}

function KeyTable({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal open title="键盘操作" footer={null} onCancel={onClose}>
      <dl className="key-table">
        {KEYS.map(([key, does]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
