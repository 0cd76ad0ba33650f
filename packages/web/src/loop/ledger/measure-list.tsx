import { CheckOutlined, ClockCircleOutlined } from '@ant-design/icons'
import type { Measure, ProblemDetail } from '@duizhao/contract'
import { dateInChinese, dueInChinese, todayInChina } from '../../platform/archetypes/dates.ts'

/** The measures, each with who, by when, with which money, and what if not. */
export function MeasureList({ problem }: { readonly problem: ProblemDetail }) {
  const { measures, evidence } = problem
  return (
    <section aria-label="整改措施">
      <h2>整改措施</h2>
      {measures.length === 0 && <p className="quiet">还没有措施。</p>}
      {measures.map((measure, at) => (
        <MeasureCard
          key={measure.id}
          measure={measure}
          at={at}
          evidence={evidence.filter(({ measureId }) => measureId === measure.id).length}
        />
      ))}
    </section>
  )
}

interface MeasureCardProps {
  readonly measure: Measure
  readonly at: number
  readonly evidence: number
}

function MeasureCard({ measure, at, evidence }: MeasureCardProps) {
  const { text, responsible, coUnit, dueOn, earlyOn, funding, contingency, doneOn } = measure
  const facts = [
    ['责任', responsible],
    ['配合', coUnit],
    ['时限', dueOn === null ? '' : doneOn === null ? dueInChinese(dueOn, todayInChina()) : dateInChinese(dueOn)],
    ['提前到', earlyOn === null ? '' : dateInChinese(earlyOn)],
    ['资金', funding],
    ['预案', contingency],
    ['佐证', evidence === 0 ? '' : `${evidence} 份`],
  ].filter(([, value]) => value !== '')
  return (
    <div className="piece">
      <p>
        {at + 1}. {text}
      </p>
      {doneOn === null ? (
        <span className="quiet">
          <ClockCircleOutlined aria-hidden="true" /> 没有完成
        </span>
      ) : (
        <span className="met">
          <CheckOutlined aria-hidden="true" /> {dateInChinese(doneOn)}完成
        </span>
      )}
      {facts.length > 0 && (
        <dl className="facts">
          {facts.map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} value`}>{value}</dd>])}
        </dl>
      )}
    </div>
  )
}
