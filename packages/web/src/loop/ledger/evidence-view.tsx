import type { Evidence } from '@duizhao/contract'
import { Modal } from 'antd'
import { EvidenceContent } from './evidence-content.tsx'

interface EvidenceViewProps {
  readonly evidence: Evidence
  readonly onClose: () => void
}

/** A file of the evidence, large. */
export function EvidenceView({ evidence, onClose }: EvidenceViewProps) {
  return (
    <Modal open title={evidence.name} footer={null} onCancel={onClose} width={900}>
      <EvidenceContent evidence={evidence} />
    </Modal>
  )
}
