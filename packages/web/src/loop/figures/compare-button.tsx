import type { PaperVersion } from '@duizhao/contract'
import { LinkButton } from '../../platform/archetypes/link-button.tsx'

/** Opens the page on which the figures of a version stand beside what was recorded. */
export function CompareButton({ version: { id, ordinal } }: { readonly version: PaperVersion }) {
  return (
    <LinkButton
      to="/paper-figures/$versionId"
      params={{ versionId: id }}
      size="small"
      aria-label={`对数：第 ${ordinal} 版`}
    >
      对数
    </LinkButton>
  )
}
