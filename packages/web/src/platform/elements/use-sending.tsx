import { Progress } from 'antd'
import { type ReactNode, useState } from 'react'
import { queryClient } from '../service/api.ts'

/** Sends one file; tells what share of it is on its way, 0 to 1. */
type SendFile = (file: File, onShare: (share: number) => void) => Promise<unknown>

interface Sending {
  /** Sends files one after another. What is shown is read anew, also of those that arrived before one was refused. */
  readonly sendEach: (files: readonly File[], send: SendFile) => Promise<void>
  /** How far the file on its way has come; nothing while none is. */
  readonly line: ReactNode
}

/** The files of a form on their way. */
export function useSending(): Sending {
  const [sending, setSending] = useState<{ readonly name: string; readonly share: number } | null>(null)
  const sendEach = async (files: readonly File[], send: SendFile): Promise<void> => {
    try {
      for (const file of files) {
        const onShare = (share: number): void => setSending({ name: file.name, share })
        onShare(0)
        await send(file, onShare)
      }
    } finally {
      setSending(null)
      await queryClient.invalidateQueries()
    }
  }
  const line = sending !== null && (
    <div role="status">
      正在上传 {sending.name}
      <Progress percent={Math.round(sending.share * 100)} aria-label={`${sending.name}的上传`} />
    </div>
  )
  return { sendEach, line }
}
