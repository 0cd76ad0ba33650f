import { endpoints, type ProblemDetail, type Sweep } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { sentenceOf, useRead } from '../../platform/service/api.ts'
import { AskForm } from './ask-form.tsx'
import { AnswerDue } from './due-words.tsx'
import { progressInChinese } from './sweep-words.ts'

/** What was asked of others because of a problem, and by what asking it was found itself. */
export function ProblemSweeps({ problem }: { readonly problem: ProblemDetail }) {
  const { data, error } = useRead(endpoints.listProblemSweeps, { params: { problemId: problem.id } })
  const [isOpen, setOpen] = useState(false)
  if (error)
    return (
      <p className="fault" role="alert">
        {sentenceOf(error)}
      </p>
    )
  if (data === undefined || (data.items.length === 0 && data.foundBy === null && !data.mayAsk)) return null
  return (
    <section aria-label="举一反三">
      <h2>举一反三</h2>
      {data.foundBy !== null && <FoundBy sweep={data.foundBy} />}
      {data.items.map((sweep) => (
        <div key={sweep.id} className="piece">
          <Link to="/sweeps/$sweepId" params={{ sweepId: sweep.id }}>
            {progressInChinese(sweep)}
          </Link>
          <p>{sweep.text}</p>
          <span className="quiet">
            {dateInChinese(sweep.askedOn)}，{sweep.by}提出；答复期限 <AnswerDue sweep={sweep} />
          </span>
        </div>
      ))}
      {data.mayAsk && (
        <p className="actions not-printed">
          <Button onClick={() => setOpen(true)}>请其他单位自查</Button>
        </p>
      )}
      {isOpen && <AskForm problem={problem} onClose={() => setOpen(false)} />}
    </section>
  )
}

function FoundBy({ sweep: { id, problem, by, askedOn } }: { readonly sweep: Sweep }) {
  return (
    <p>
      由{' '}
      <Link to="/sweeps/$sweepId" params={{ sweepId: id }}>
        {dateInChinese(askedOn)}
        {by}提出的举一反三
      </Link>
      查出
      {problem !== null && (
        <>
          ，原来的是{' '}
          <Link to="/problems/$problemId" params={{ problemId: problem.id }}>
            问题 {problem.number} 号
          </Link>
        </>
      )}
      。
    </p>
  )
}
