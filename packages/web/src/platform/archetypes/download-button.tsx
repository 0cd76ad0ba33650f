import { LoadingOutlined } from '@ant-design/icons'
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

/** Fetches a file and saves it; says that it is being made, and why if it does not come. */
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
    <>
      <Button
        size={isSmall ? 'small' : 'middle'}
        loading={isBusy && { icon: <LoadingOutlined aria-hidden="true" /> }}
        aria-label={label}
        aria-busy={isBusy}
        onClick={() => void save()}
      >
        {children}
      </Button>
      {isBusy && (
        <span role="status" className="unseen">
          正在生成“{name}”，请稍候。
        </span>
      )}
    </>
  )
}
