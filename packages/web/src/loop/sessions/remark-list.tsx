import { absentees, matterEndingNames, remarkSubstanceNames } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { ConfirmForm } from './confirm-form.tsx'
import { EndingForm } from './ending-form.tsx'
import { PassOnForm } from './pass-on-form.tsx'
import type { PanelProps } from './panel.ts'
import type { ShownRemark } from './with-waiting.ts'

interface RemarkListProps extends PanelProps {
  readonly onEdit: (remark: ShownRemark) => void
}

type Doing = { readonly what: 'confirm' | 'end' | 'tell'; readonly remark: ShownRemark }

/** What was said, the latest first; once the session has ended, what becomes of each. */
export function RemarkList(props: RemarkListProps) {
  const { session, whole, remarks } = props
  const [doing, setDoing] = useState<Doing | null>(null)
  const away = absentees(whole.presence)
  if (remarks.length === 0) return <p className="quiet">还没有记下批评和自我批评。</p>
  const close = (): void => setDoing(null)
  return (
    <>
      <h2>已记 {remarks.length} 条</h2>
      <ul className="session-remarks">
        {remarks.toReversed().map((remark) => (
          <Remark
            key={remark.id}
            {...props}
            remark={remark}
            isUntold={
              session.isEnded && away.has(remark.about.id) && remark.toldOn === null && remark.kind === 'criticism'
            }
            onDo={(what) => setDoing({ what, remark })}
          />
        ))}
      </ul>
      {doing?.what === 'confirm' && <ConfirmForm remark={doing.remark} session={session} onClose={close} />}
      {doing?.what === 'end' && <EndingForm remark={doing.remark} onClose={close} />}
      {doing?.what === 'tell' && (
        <PassOnForm sessionKey={props.sessionKey} session={session} remark={doing.remark} onClose={close} />
      )}
    </>
  )
}

interface RemarkProps extends RemarkListProps {
  readonly remark: ShownRemark
  readonly isUntold: boolean
  readonly onDo: (what: Doing['what']) => void
}

function Remark({ session, outbox, remark, isUntold, onEdit, onDo }: RemarkProps) {
  const { id, kind, from, about, text, substance, outcome, toldOn, isWaiting, version } = remark
  const who = kind === 'self_criticism' ? `${from.name}自我批评` : `${from.name}对${about.name}`
  const mayAct = session.mayWrite && outcome === null && !isWaiting
  const withdraw = (): void =>
    outbox.put({ id, what: 'remark', body: { fromId: from.id, aboutId: about.id, text, version, isWithdrawn: true } })
  return (
    <li>
      <p>
        <strong>{who}</strong>：{text === '' ? <span className="quiet">没有记下内容</span> : text}
      </p>
      <p className="session-facts">
        {isWaiting && <em>还没有送到</em>}
        {!isWaiting && substance !== 'concrete' && <em>{remarkSubstanceNames[substance]}</em>}
        {toldOn !== null && <span>{dateInChinese(toldOn)}已转告</span>}
        {outcome !== null && (
          <span>
            {matterEndingNames[outcome.ending]}
            {outcome.reason === '' ? '' : `：${outcome.reason}`}{' '}
            {outcome.problem !== null && (
              <Link to="/problems/$problemId" params={{ problemId: outcome.problem.id }}>
                {outcome.problem.number} 号
              </Link>
            )}
          </span>
        )}
        {mayAct && (
          <span className="session-marks">
            <Button size="small" aria-label={`改：${who}`} onClick={() => onEdit(remark)}>
              改
            </Button>
            <Button size="small" aria-label={`撤去：${who}`} onClick={withdraw}>
              撤去
            </Button>
            {session.isEnded && session.mayConfirm && (
              <Button size="small" aria-label={`列入台账：${who}`} onClick={() => onDo('confirm')}>
                列入台账
              </Button>
            )}
            {session.isEnded && (
              <Button size="small" aria-label={`写结果：${who}`} onClick={() => onDo('end')}>
                写结果
              </Button>
            )}
          </span>
        )}
        {isUntold && session.mayWrite && (
          <Button size="small" aria-label={`记下已转告${about.name}`} onClick={() => onDo('tell')}>
            记下已转告
          </Button>
        )}
      </p>
    </li>
  )
}
