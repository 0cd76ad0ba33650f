import { type RecurrenceMatch, recurrenceVerdictNames } from '@duizhao/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { instantInChinese } from '../../platform/archetypes/dates.ts'
import { ComparedLine } from './compared-line.tsx'
import { SharedLine } from './shared-line.tsx'
import { VerdictForm } from './verdict-form.tsx'

interface MatchPieceProps {
  readonly problemId: string
  /** The number of the later problem, for who hears the page. */
  readonly number: number
  readonly match: RecurrenceMatch
  readonly mayJudge: boolean
}

/** An earlier problem beside a later one: what both share, what was said of them, and what one may say. */
export function MatchPiece({ problemId, number, match, mayJudge }: MatchPieceProps) {
  const [isJudging, setJudging] = useState(false)
  const { earlier, decided } = match
  return (
    <div className="piece">
      <div>
        <ComparedLine problem={earlier} />
      </div>
      <SharedLine match={match} />
      {decided !== null && (
        <p>
          <strong>{recurrenceVerdictNames[decided.verdict]}</strong>：{decided.reason}
          <span className="quiet">
            （{decided.by}，{instantInChinese(decided.at)}）
          </span>
        </p>
      )}
      {mayJudge && (
        <div className="actions">
          <Button
            size="small"
            aria-label={`${decided === null ? '认定' : '改认定'}：问题 ${number} 号和 ${earlier.number} 号`}
            onClick={() => setJudging(true)}
          >
            {decided === null ? '认定' : '改认定'}
          </Button>
        </div>
      )}
      {isJudging && (
        <VerdictForm problemId={problemId} number={number} match={match} onClose={() => setJudging(false)} />
      )}
    </div>
  )
}
