import { type Sweep, type SweptBody, sweepAnswerNames } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { dateInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { AnswerForm } from './answer-form.tsx'
import { isLate } from './sweep-words.ts'

/** The bodies that were asked, with what each answered. */
export function SweepBodies({ sweep }: { readonly sweep: Sweep }) {
  const [open, setOpen] = useState<SweptBody | null>(null)
  return (
    <>
      <List
        label="各单位的答复"
        rows={sweep.bodies}
        keyOf={({ organisation }) => organisation.id}
        whenEmpty="问的单位不在授权范围内。"
        columns={[
          { header: '单位', cell: ({ organisation }) => organisation.name },
          { header: '答复', cell: (body) => <AnswerOf sweep={sweep} body={body} /> },
          {
            header: '问题',
            cell: ({ problem }) =>
              problem !== null && (
                <Link to="/problems/$problemId" params={{ problemId: problem.id }}>
                  问题 {problem.number} 号
                </Link>
              ),
          },
          {
            header: '答复日期',
            cell: ({ answeredOn, by }) => (answeredOn === null ? '' : `${dateInChinese(answeredOn)}，${by}`),
          },
          {
            header: '办理',
            cell: (body) =>
              body.mayAnswer && (
                <Button
                  size="small"
                  aria-label={`${body.organisation.name}：${body.answer === null ? '答复' : '改答复'}`}
                  onClick={() => setOpen(body)}
                >
                  {body.answer === null ? '答复' : '改答复'}
                </Button>
              ),
          },
        ]}
      />
      {open !== null && <AnswerForm sweep={sweep} body={open} onClose={() => setOpen(null)} />}
    </>
  )
}

function AnswerOf({ sweep, body: { answer, reason } }: { readonly sweep: Sweep; readonly body: SweptBody }) {
  if (answer === null)
    return isLate(sweep, todayInChina()) ? (
      <span className="overdue">没有按时答复</span>
    ) : (
      <span className="quiet">还没有答复</span>
    )
  return (
    <>
      <strong>{sweepAnswerNames[answer]}</strong>
      <div className="quiet">{reason}</div>
    </>
  )
}
