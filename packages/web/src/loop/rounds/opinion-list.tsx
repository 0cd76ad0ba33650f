import { endpoints, opinionEndingNames, type RoundDetail, type RoundOpinion } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { List } from '../../platform/archetypes/list.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { EndOpinionForm, RegisterOpinionForm } from './opinion-forms.tsx'
import './rounds.css'

interface Doing {
  readonly what: 'end' | 'register'
  readonly opinion: RoundOpinion
}

/** What was said, each with what became of it; the order says nothing. */
export function OpinionList({ round }: { readonly round: RoundDetail }) {
  const pages = usePages(endpoints.listOpinions, { params: { roundId: round.id } })
  const [doing, setDoing] = useState<Doing | null>(null)
  return (
    <section aria-label="收到的意见">
      <h2>收到的意见</h2>
      <List
        label="收到的意见"
        {...pages}
        keyOf={({ id }) => id}
        whenEmpty="没有意见。"
        columns={[
          {
            header: '意见',
            cell: ({ text }) => <span className="opinion-text">{text}</span>,
          },
          { header: '意见对象', cell: ({ about }) => about?.name ?? '领导班子' },
          ...(round.aspects.length === 0
            ? []
            : [{ header: '方面', cell: ({ aspect }: RoundOpinion) => (aspect === '' ? '没有选' : aspect) }]),
          { header: '来自', cell: ({ group, isTyped }) => (isTyped ? '代录' : (group ?? '不写明')) },
          {
            header: '结果',
            cell: (opinion) => (
              <Outcome opinion={opinion} mayWrite={round.mayWrite} onDo={(what) => setDoing({ what, opinion })} />
            ),
          },
        ]}
      />
      {doing?.what === 'end' && <EndOpinionForm opinion={doing.opinion} onClose={() => setDoing(null)} />}
      {doing?.what === 'register' && <RegisterOpinionForm opinion={doing.opinion} onClose={() => setDoing(null)} />}
    </section>
  )
}

interface OutcomeProps {
  readonly opinion: RoundOpinion
  readonly mayWrite: boolean
  readonly onDo: (what: Doing['what']) => void
}

function Outcome({ opinion: { outcome, text }, mayWrite, onDo }: OutcomeProps) {
  if (outcome?.problem != null)
    return (
      <Link to="/problems/$problemId" params={{ problemId: outcome.problem.id }}>
        {`${opinionEndingNames.problem}，${outcome.problem.number} 号`}
      </Link>
    )
  if (outcome !== null) return <>{`${opinionEndingNames[outcome.ending]}：${outcome.reason}`}</>
  if (!mayWrite) return <span className="quiet">还没有结果</span>
  const about = text.slice(0, 12)
  return (
    <span className="handout-keys not-printed">
      <Button size="small" aria-label={`列入台账：${about}`} onClick={() => onDo('register')}>
        列入台账
      </Button>
      <Button size="small" aria-label={`写结果：${about}`} onClick={() => onDo('end')}>
        写结果
      </Button>
    </span>
  )
}
