import type { WrittenImport } from '@duizhao/contract'
import { Button } from 'antd'
import { instantInChinese } from '../archetypes/dates.ts'

interface TakingBackProps {
  readonly past: Pick<WrittenImport, 'fileName' | 'at' | 'withdrawn'>
  /** What taking it back is called. */
  readonly what: string
  /** Why there is nothing to take back; null if there is. */
  readonly nothing: string | null
  readonly onTake: () => void
}

/** In the row of an import: that it was taken back, that there is nothing to take back, or the button for it. */
export function TakingBack({ past: { fileName, at, withdrawn }, what, nothing, onTake }: TakingBackProps) {
  if (withdrawn !== null)
    return (
      <span className="quiet">
        {withdrawn.by}于{instantInChinese(withdrawn.at)}撤销：{withdrawn.reason}
      </span>
    )
  if (nothing !== null) return <span className="quiet">{nothing}</span>
  return (
    <Button size="small" aria-label={`${what} ${fileName} ${instantInChinese(at)}`} onClick={onTake}>
      {what}
    </Button>
  )
}
