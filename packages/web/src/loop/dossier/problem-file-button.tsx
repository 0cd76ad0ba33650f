import { endpoints, type ProblemDetail } from '@duizhao/contract'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { request } from '../../platform/service/api.ts'

/** Saves all that is known of a problem as one file (一问题一档). */
export function ProblemFileButton({ problem: { id, number } }: { readonly problem: ProblemDetail }) {
  return (
    <DownloadButton
      name={`问题${number}号.zip`}
      fetchFile={() => request(endpoints.problemFile, { params: { problemId: id } })}
    >
      一问题一档
    </DownloadButton>
  )
}
