import { endpoints, type Evidence } from '@duizhao/contract'
import { Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { request, sentenceOf } from '../../platform/service/api.ts'
import { isPicture } from './evidence-kinds.ts'

/** What a file of evidence shows, read when it is asked for: who looks at evidence is recorded. */
export function EvidenceContent({ evidence }: { readonly evidence: Evidence }) {
  const { content, fault } = useContent(evidence)
  if (fault !== '')
    return (
      <p className="fault" role="alert">
        {fault}
      </p>
    )
  if (content === null) return <Skeleton active aria-label="正在读取" />
  if (content.of === 'picture') return <img className="preview" src={content.address} alt={evidence.name} />
  return (
    <>
      <p className="quiet">下面只是文字，版式、图片和印章以下载的原件为准。</p>
      {/* It scrolls, so that it can be scrolled by keys. */}
      <div className="evidence-text" role="region" aria-label={`${evidence.name}的文字`} tabIndex={0}>
        {content.text}
      </div>
      {!content.isWhole && <p className="quiet">后面还有，全文请下载看。</p>}
    </>
  )
}

type Content =
  | { readonly of: 'picture'; readonly address: string }
  | { readonly of: 'text'; readonly text: string; readonly isWhole: boolean }

function useContent({ id, file }: Evidence): { readonly content: Content | null; readonly fault: string } {
  const mediaType = file?.mediaType ?? ''
  const [content, setContent] = useState<Content | null>(null)
  const [fault, setFault] = useState('')
  useEffect(() => {
    let isWanted = true
    let made: string | null = null
    const params = { evidenceId: id }
    const read = async (): Promise<void> => {
      try {
        if (!isPicture(mediaType)) {
          const text = await request(endpoints.readEvidenceText, { params })
          if (isWanted) setContent({ of: 'text', ...text })
          return
        }
        const bytes = await request(endpoints.readEvidence, { params })
        if (!isWanted) return
        made = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
        setContent({ of: 'picture', address: made })
      } catch (error) {
        if (isWanted) setFault(sentenceOf(error))
      }
    }
    void read()
    return () => {
      isWanted = false
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [id, mediaType])
  return { content, fault }
}
