import { endpoints, type Evidence, evidenceKindNames, fileStateNames, type ProblemDetail } from '@duizhao/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { request } from '../../platform/service/api.ts'
import { EvidenceRemovalForm } from './acts/evidence-removal-form.tsx'
import { EvidenceView, isViewable } from './evidence-view.tsx'

/** The files that show what was done. */
export function EvidenceList({ problem }: { readonly problem: ProblemDetail }) {
  const { evidence, measures, allowed } = problem
  const [viewed, setViewed] = useState<Evidence | null>(null)
  const [removed, setRemoved] = useState<Evidence | null>(null)
  const measureName = (measureId: string | null): string => {
    const at = measures.findIndex(({ id }) => id === measureId)
    return at < 0 ? '' : `，证明措施 ${at + 1}`
  }
  return (
    <section aria-label="佐证材料">
      <h2>佐证材料</h2>
      {evidence.length === 0 && <p className="quiet">还没有佐证材料。</p>}
      {evidence.map((one) => (
        <div key={one.id} className="piece">
          <p>
            <strong>{one.name}</strong>
          </p>
          <span className="quiet">
            {evidenceKindNames[one.kind]}，{dateInChinese(one.datedOn)}，{sizeInWords(one.size)}
            {measureName(one.measureId)}，{one.by}上传
          </span>
          {one.fileState !== 'whole' && (
            <p className="fault">
              文件{fileStateNames[one.fileState]}，不能作为佐证。请重新上传原来的文件，或请系统管理员从备份里取回。
            </p>
          )}
          <div className="actions">
            {isViewable(one) && (
              <Button size="small" aria-label={`看图：${one.name}`} onClick={() => setViewed(one)}>
                看图
              </Button>
            )}
            <DownloadButton
              isSmall
              name={one.name}
              label={`下载：${one.name}`}
              fetchFile={() => request(endpoints.readEvidence, { params: { evidenceId: one.id } })}
            >
              下载
            </DownloadButton>
            {allowed.includes('addEvidence') && (
              <Button size="small" aria-label={`撤下：${one.name}`} onClick={() => setRemoved(one)}>
                撤下
              </Button>
            )}
          </div>
        </div>
      ))}
      {viewed !== null && <EvidenceView evidence={viewed} onClose={() => setViewed(null)} />}
      {removed !== null && <EvidenceRemovalForm evidence={removed} onClose={() => setRemoved(null)} />}
    </section>
  )
}

function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  const kilobytes = bytes / 1024
  return kilobytes < 1024 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}
