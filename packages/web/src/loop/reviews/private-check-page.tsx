import { PaperClipOutlined } from '@ant-design/icons'
import { Alert, Skeleton } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Page } from '../../platform/archetypes/page.tsx'
import '../../platform/elements/elements.css'
import { type PrivateCheck, READY } from './private-check.ts'
import { ReviewDesk } from './review-desk.tsx'

type Standing = 'loading' | 'ready' | 'checking'

/** Checks a draft of one's own in this browser: the file is not sent anywhere, and nothing of it is kept. */
export function PrivateCheckPage() {
  const worker = useRef<Worker | null>(null)
  const [standing, setStanding] = useState<Standing>('loading')
  const [check, setCheck] = useState<PrivateCheck | null>(null)
  useEffect(() => {
    const made = new Worker(new URL('./private-check-worker.ts', import.meta.url), { type: 'module' })
    made.addEventListener('message', ({ data }: MessageEvent<PrivateCheck | typeof READY>) => {
      setStanding('ready')
      if (data !== READY) setCheck(data)
    })
    worker.current = made
    return () => made.terminate()
  }, [])
  const choose = (file: File | undefined): void => {
    if (file === undefined) return
    setStanding('checking')
    setCheck(null)
    worker.current?.postMessage(file)
  }
  return (
    <Page title="自查" facts="写好的稿子提交以前，自己先查一遍">
      <Alert type="info" title="只在这台电脑的浏览器里检查：文件不上传，别人看不到，离开这一页就没有了。" />
      <p>选一份 Word、WPS 或文字稿：</p>
      <div className="file-buttons">
        <label>
          <PaperClipOutlined aria-hidden="true" />
          &nbsp;选文件
          <input
            type="file"
            className="unseen"
            disabled={standing !== 'ready'}
            onChange={({ target }) => {
              choose(target.files?.[0])
              // The same file may be chosen again after it was changed.
              target.value = ''
            }}
          />
        </label>
      </div>
      {standing !== 'ready' && <Skeleton active aria-label={standing === 'loading' ? '正在准备' : '正在检查'} />}
      {check !== null &&
        ('page' in check ? (
          <Checked {...check} />
        ) : (
          <Alert type="error" role="alert" title={`${check.message}${check.todo}`} />
        ))}
    </Page>
  )
}

const nothing = (): void => undefined
const noTools = (): [] => []

function Checked({ page, rules }: Extract<PrivateCheck, { readonly page: unknown }>) {
  const marked = useMemo(() => ({ page, notes: [] }), [page])
  return (
    <section aria-label="自查的结果">
      <h2>{page.path}</h2>
      <p role="status">{page.findings.length === 0 ? '没有发现问题。' : `有 ${page.findings.length} 条意见。`}</p>
      <ReviewDesk marked={marked} rules={rules} opened={null} toolsOf={noTools} onDesk={nothing} onSelect={nothing} />
    </section>
  )
}
