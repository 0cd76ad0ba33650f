import {
  citedThingNames,
  endpoints,
  type Evidence,
  evidenceKindNames,
  fileStateNames,
  type ProblemDetail,
} from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { request } from '../../platform/service/api.ts'
import { EvidenceRemovalForm } from './acts/evidence-removal-form.tsx'
import { EvidenceView } from './evidence-view.tsx'

/** What shows what was done: files, and what is in the house already. */
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
            <strong>{one.cited?.link ? <Link to={one.cited.link}>{one.name}</Link> : one.name}</strong>
          </p>
          <span className="quiet">
            {evidenceKindNames[one.kind]}，{dateInChinese(one.datedOn)}，{whatInWords(one)}
            {measureName(one.measureId)}，{one.by}
            {one.file === null ? '引用' : '上传'}
          </span>
          <Fault evidence={one} />
          <div className="actions">
            {one.file !== null && (
              <Button size="small" aria-label={`查看：${one.name}`} onClick={() => setViewed(one)}>
                查看
              </Button>
            )}
            {one.file !== null && (
              <DownloadButton
                isSmall
                name={one.name}
                label={`下载：${one.name}`}
                fetchFile={() => request(endpoints.readEvidence, { params: { evidenceId: one.id } })}
              >
                下载
              </DownloadButton>
            )}
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

/** Why a piece proves nothing any more, or other than it did, and what to do. */
function Fault({ evidence: { file, cited } }: { readonly evidence: Evidence }) {
  if (cited?.isVoid)
    return <p className="fault">{citedThingNames[cited.of]}已经撤回或作废，不能作为佐证。请撤下，换成有效的。</p>
  if (cited?.isChanged)
    return (
      <p className="fault">{citedThingNames[cited.of]}引用以后改过，请打开核对。仍能证明的，可以撤下再引用一次。</p>
    )
  if (file === null || file.state === 'whole') return null
  return (
    <p className="fault">
      文件{fileStateNames[file.state]}，不能作为佐证。请重新上传原来的文件，或请系统管理员从备份里取回。
    </p>
  )
}

function whatInWords({ file, cited }: Evidence): string {
  return file === null ? citedThingNames[cited?.of ?? 'record'] : sizeInWords(file.size)
}

function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  const kilobytes = bytes / 1024
  return kilobytes < 1024 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}
