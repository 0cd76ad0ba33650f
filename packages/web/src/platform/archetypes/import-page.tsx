import type { ImportMending } from '@duizhao/contract'
import { readableExtensions } from '@duizhao/engine/wording'
import { Alert, Progress, Steps, Upload } from 'antd'
import { type ReactNode, useState } from 'react'
import { sentenceOf } from '../service/api.ts'
import { ImportUnderstood, type Understood } from './import-understood.tsx'
import { Page } from './page.tsx'
import { Working } from './working.tsx'

interface ImportPageProps<Preview extends Understood, Result> {
  readonly title: string
  readonly actions?: ReactNode
  /** Into which organisation. */
  readonly target: ReactNode
  /** What to put here. */
  readonly prompt: string
  /** False until it is known into which organisation. */
  readonly isReady: boolean
  /** Sends a file to be understood; tells what share of it has been sent, 0 to 1. */
  readonly onRead: (file: File, onShare: (share: number) => void) => Promise<Preview>
  /** What was understood before the page was loaded anew, to go on with. */
  readonly kept?: Preview | undefined
  /** Reads the file again with what was mended on the screen; left out where faults are mended in the file alone. */
  readonly onMend?: (preview: Preview, mending: ImportMending) => Promise<Preview>
  /** What a column may be, by its code; left out where columns are known by their header alone. */
  readonly columnNames?: Readonly<Record<string, string>>
  /** Another file is to be chosen. */
  readonly onLeft?: () => void
  readonly onWrite: (preview: Preview) => Promise<Result>
  /** What writing is called, on the button. */
  readonly okText: string
  readonly summaryOf: (preview: Preview) => string
  readonly isAny: (preview: Preview) => boolean
  /** What a person has to say before it is written, if there is anything. */
  readonly choicesOf?: (preview: Preview) => ReactNode
  /** The rows, each with what it will do. */
  readonly rowsOf: (preview: Preview) => ReactNode
  /** What was written and what comes next. */
  readonly doneOf: (result: Result, onAgain: () => void) => ReactNode
  /** What was imported before, below where a file is put and below what was just written. */
  readonly past?: ReactNode
}

/** An import: file, what we understood, what will change, done. */
export function ImportPage<Preview extends Understood, Result>(props: ImportPageProps<Preview, Result>) {
  const { title, actions, okText, kept, onRead, onMend, onLeft, onWrite } = props
  const { summaryOf, isAny, choicesOf, rowsOf, doneOf } = props
  const [preview, setPreview] = useState<Preview | null>(kept ?? null)
  const [result, setResult] = useState<{ readonly value: Result } | null>(null)
  const [fault, setFault] = useState('')
  // How much of the file has been sent; null if none is.
  const [share, setShare] = useState<number | null>(null)
  const [isBusy, setBusy] = useState(false)
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setFault('')
    try {
      await work()
    } catch (error) {
      setFault(sentenceOf(error))
    }
    setShare(null)
    setBusy(false)
  }
  const read = (file: File): Promise<void> =>
    attempt(async () => {
      setShare(0)
      setPreview(await onRead(file, setShare))
    })
  const write = (understood: Preview): Promise<void> =>
    attempt(async () => {
      setBusy(true)
      setResult({ value: await onWrite(understood) })
    })
  const mend = (understood: Preview, mending: ImportMending): Promise<void> =>
    attempt(async () => {
      setBusy(true)
      if (onMend !== undefined) setPreview(await onMend(understood, mending))
    })
  const again = (): void => {
    onLeft?.()
    setPreview(null)
    setResult(null)
  }
  const at = result !== null ? 2 : preview !== null ? 1 : 0
  return (
    <Page title={title} facts="原文件不改动，确认以前什么都不写入" actions={actions}>
      <Steps
        className="before-form"
        current={at}
        items={[{ title: '选文件' }, { title: '核对内容' }, { title: '写入' }]}
        responsive={false}
        size="small"
      />
      {fault !== '' && <Alert type="error" title={fault} role="alert" className="before-form" />}
      {at === 0 && <FileDrop {...props} share={share} onFile={(file) => void read(file)} />}
      {at === 1 && preview !== null && (
        <ImportUnderstood
          understood={preview}
          summary={summaryOf(preview)}
          isAny={isAny(preview)}
          okText={okText}
          isBusy={isBusy}
          onMend={onMend && ((mending) => void mend(preview, mending))}
          columnNames={props.columnNames}
          choices={choicesOf?.(preview)}
          onConfirm={() => void write(preview)}
          onBack={again}
        >
          {rowsOf(preview)}
        </ImportUnderstood>
      )}
      {result !== null && doneOf(result.value, again)}
      {at !== 1 && props.past}
    </Page>
  )
}

interface FileDropProps {
  readonly target: ReactNode
  readonly prompt: string
  readonly isReady: boolean
  readonly share: number | null
  readonly onFile: (file: File) => void
}

/** Where a file is put, and how much of it has been sent. */
export function FileDrop({ target, prompt, isReady, share, onFile }: FileDropProps) {
  return (
    <>
      <div className="filters">导入到{target}</div>
      <Upload.Dragger
        accept={readableExtensions.map((extension) => `.${extension}`).join()}
        maxCount={1}
        showUploadList={false}
        disabled={!isReady || share !== null}
        beforeUpload={(file) => (onFile(file), false)}
      >
        <p>{share !== null ? '正在看这个文件。' : prompt}</p>
      </Upload.Dragger>
      {share !== null && share < 1 && (
        <div>
          正在发送文件
          <Progress percent={Math.round(share * 100)} aria-label="文件的发送" />
        </div>
      )}
      <Working words={share === 1 ? '正在读懂，约一万行要几秒' : ''} />
    </>
  )
}
