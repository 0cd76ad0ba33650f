import { CheckOutlined, MinusCircleOutlined } from '@ant-design/icons'
import type { ProblemDetail } from '@duizhao/contract'

/** The conditions of a strike-off: which are met, and what is missing for the others. */
export function ConditionList({ conditions }: { readonly conditions: ProblemDetail['conditions'] }) {
  return (
    <ul className="checks" aria-label="销号条件" aria-live="polite">
      {conditions.map(({ id, name, isMet, missing }) => (
        <li key={id}>
          {isMet ? (
            <span className="met">
              <CheckOutlined aria-hidden="true" /> 满足
            </span>
          ) : (
            <span className="unmet">
              <MinusCircleOutlined aria-hidden="true" /> 未满足
            </span>
          )}{' '}
          {name}
          {!isMet && missing !== '' && <span className="quiet">：{missing}</span>}
        </li>
      ))}
    </ul>
  )
}
