import { paperKindNames, type PaperDetail, type PaperKind } from '@duizhao/contract'
import type { ActorContext } from '../../platform/context.ts'
import type { Feature } from '../../platform/feature.ts'
import { actOnPaper, refuseUnseen } from './act.ts'

/** Changes what a paper is called and what it is. Conflict, with the present state, if someone was faster. */
export function changePaper(
  context: ActorContext,
  features: readonly Feature[],
  paperId: string,
  given: { readonly kind: PaperKind; readonly title: string; readonly subject: string; readonly version: number },
): Promise<PaperDetail> {
  return actOnPaper(context, { features, paperId }, 'change', async (_, paper) => {
    refuseUnseen(paper, given.version)
    const { kind, title, subject } = given
    const changes = [
      { field: '种类', before: paperKindNames[paper.kind], after: paperKindNames[kind] },
      { field: '标题', before: paper.title, after: title },
      { field: '事由', before: paper.subject, after: subject },
    ].filter(({ before, after }) => before !== after)
    const words = changes.map(({ field, before, after }) => `${field}由“${before}”改为“${after}”`)
    return { change: { kind, title, subject }, reason: words.join('；'), changes }
  })
}
