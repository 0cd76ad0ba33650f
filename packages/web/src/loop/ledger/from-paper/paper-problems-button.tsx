import type { PaperVersion } from '@duizhao/contract'
import { LinkButton } from '../../../platform/archetypes/link-button.tsx'
import { holds, useSession } from '../../../platform/service/session.ts'

interface ButtonProps {
  readonly version: PaperVersion
  readonly isApproved: boolean
}

/** Opens the page on which the problems of an approved version are registered. */
export function PaperProblemsButton({ version: { id, ordinal }, isApproved }: ButtonProps) {
  const mayWrite = holds(useSession(), 'problem.write')
  if (!isApproved || !mayWrite) return null
  return (
    <LinkButton
      to="/paper-versions/$versionId/problems"
      params={{ versionId: id }}
      size="small"
      aria-label={`问题进台账：第 ${ordinal} 版`}
    >
      问题进台账
    </LinkButton>
  )
}
