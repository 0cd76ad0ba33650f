import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { sentenceOf } from '../service/api.ts'
import { saveFile } from './save-file.ts'

interface DownloadButtonProps {
  readonly name: string
  readonly fetchFile: () => Promise<Blob>
  readonly isSmall?: boolean
  readonly label?: string
  readonly children: ReactNode
}

/** Fetches a file and saves it; says why if it does not come. */
export function DownloadButton({ name, fetchFile, isSmall = false, label, children }: DownloadButtonProps) {
  const { message } = App.useApp()
  const [isBusy, setBusy] = useState(false)
  const save = async (): Promise<void> => {
    setBusy(true)
    try {
      saveFile(await fetchFile(), name)
    } catch (error) {
      void message.error(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button size={isSmall ? 'small' : 'middle'} loading={isBusy} aria-label={label} onClick={() => void save()}>
      {children}
    </Button>
  )
}
