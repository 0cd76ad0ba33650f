import { endpoints, type Evidence } from '@duizhao/contract'
import { Modal, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { request, sentenceOf } from '../../platform/service/api.ts'

/** Only what a browser shows as a picture and cannot run. */
const viewable = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']

export function isViewable({ file }: Pick<Evidence, 'file'>): boolean {
  return file !== null && viewable.includes(file.mediaType)
}

interface EvidenceViewProps {
  readonly evidence: Evidence
  readonly onClose: () => void
}

/** A picture among the evidence, read when it is asked for: who looks at evidence is recorded. */
export function EvidenceView({ evidence, onClose }: EvidenceViewProps) {
  const { address, fault } = usePicture(evidence)
  return (
    <Modal open title={evidence.name} footer={null} onCancel={onClose} width={900}>
      {fault !== '' && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      {address === null && fault === '' && <Skeleton.Image active />}
      {address !== null && <img className="preview" src={address} alt={evidence.name} />}
    </Modal>
  )
}

function usePicture({ id, file }: Evidence): { readonly address: string | null; readonly fault: string } {
  const mediaType = file?.mediaType ?? ''
  const [address, setAddress] = useState<string | null>(null)
  const [fault, setFault] = useState('')
  useEffect(() => {
    let isWanted = true
    let made: string | null = null
    const read = async (): Promise<void> => {
      try {
        const bytes = await request(endpoints.readEvidence, { params: { evidenceId: id } })
        if (!isWanted) return
        made = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
        setAddress(made)
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
  return { address, fault }
}
