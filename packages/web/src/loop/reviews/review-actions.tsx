import { endpoints } from '@duizhao/contract'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { request, useRead } from '../../platform/service/api.ts'
import { ApproveForm, ReturnForm } from './decision-forms.tsx'
import type { MarkedNote } from './marked-document.ts'

interface ReviewActionsProps {
  readonly versionId: string
  readonly paperId: string
  readonly title: string
  readonly notes: readonly MarkedNote[]
  readonly mayJudge: boolean
}

/** What is done with a version once it has been gone through: decided on, or taken along as Word. */
export function ReviewActions({ versionId, paperId, title, notes, mayJudge }: ReviewActionsProps) {
  const { data } = useRead(endpoints.readPaper, { params: { paperId } })
  const navigate = useNavigate()
  const [open, setOpen] = useState<'return' | 'approve' | null>(null)
  const params = { versionId }
  const isSaid = notes.some(({ kind, verdict }) => kind === 'remark' || verdict === 'accepted')
  const deciding = data && {
    paper: data.paper,
    notes,
    onClose: () => setOpen(null),
    onDone: () => void navigate({ to: '/papers/$paperId', params: { paperId } }),
  }
  return (
    <>
      {mayJudge && deciding && (
        <>
          <Button type="primary" onClick={() => setOpen('approve')}>
            审定
          </Button>
          <Button onClick={() => setOpen('return')}>退回修改</Button>
          {open === 'return' && <ReturnForm {...deciding} />}
          {open === 'approve' && <ApproveForm {...deciding} />}
        </>
      )}
      {isSaid && (
        <>
          <DownloadButton
            name={`${title}（带批注）.docx`}
            fetchFile={() => request(endpoints.downloadCommented, { params })}
          >
            带批注的 Word
          </DownloadButton>
          <DownloadButton
            name={`审核意见单 ${title}.docx`}
            fetchFile={() => request(endpoints.downloadReviewSheet, { params })}
          >
            审核意见单
          </DownloadButton>
        </>
      )}
    </>
  )
}
