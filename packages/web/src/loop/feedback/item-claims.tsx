import type { FeedbackItem } from '@duizhao/contract'
import { ExclamationCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { dateInChinese } from '../../platform/archetypes/dates.ts'

interface Props {
  readonly item: FeedbackItem
  /** When the first responsible person claimed something first; null while he has not. */
  readonly firstOn: string | null
  readonly onTakeBack: (claimId: string) => void
}

/** Who claimed an item, and when; that it was before the first responsible person did is told. */
export function ItemClaims({ item: { ordinal, claims }, firstOn, onTakeBack }: Props) {
  if (claims.length === 0)
    return (
      <span className="overdue">
        <ExclamationCircleOutlined aria-hidden="true" /> 没有人认领
      </span>
    )
  return (
    <ul className="feedback-rows">
      {claims.map(({ id, person, caption, claimedOn, isFirst, isOwn }) => (
        <li key={id}>
          {person.name} <span className="quiet">{caption}</span>
          <div className="quiet">
            {dateInChinese(claimedOn)}
            {!isFirst && (firstOn === null || claimedOn < firstOn) && '，在主要负责人以前'}
          </div>
          {isOwn && (
            <Button size="small" aria-label={`收回第 ${ordinal} 条的认领`} onClick={() => onTakeBack(id)}>
              收回
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
