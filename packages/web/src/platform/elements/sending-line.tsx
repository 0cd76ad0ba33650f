import { Progress } from 'antd'

export interface Sending {
  readonly name: string
  /** Of the file, 0 to 1. */
  readonly share: number
}

/** How far a file is on its way; nothing while none is. */
export function SendingLine({ sending }: { readonly sending: Sending | null }) {
  if (sending === null) return null
  return (
    <div role="status">
      正在上传 {sending.name}
      <Progress percent={Math.round(sending.share * 100)} aria-label={`${sending.name}的上传`} />
    </div>
  )
}
