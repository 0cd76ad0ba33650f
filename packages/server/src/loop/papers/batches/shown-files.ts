import { type BatchFile, type BatchQuestion, type PaperKind, personalPaperKinds } from '@duizhao/contract'
import { firstOf } from '@duizhao/engine/wording'
import type { ActorContext } from '../../../platform/context.ts'
import { titleOf } from '../hand-in.ts'
import { changeablePapers } from '../queries.ts'
import type { BatchFileRow } from './batch-queries.ts'

/** True for a paper that is somebody's own. */
export function isOfPerson(kind: PaperKind | null): boolean {
  return personalPaperKinds.some((personal) => personal === kind)
}

/** Files of a batch as they are shown: what was read, what is asked, of which paper each seems to be the next version. */
export async function shownFiles({ db, actor }: ActorContext, rows: readonly BatchFileRow[]): Promise<BatchFile[]> {
  const [first] = rows
  if (first === undefined) return []
  const titled = rows.map((row) => ({ row, title: titleOf(row.name, row.read), kind: kindOf(row) }))
  const papers = await changeablePapers(db, actor, {
    organisationId: first.organisationId,
    titles: [...new Set(titled.map(({ title }) => title))],
  })
  return titled.map(({ row, title, kind }) => {
    const { id, name, path, state, message, personId, personName, paperId } = row
    const person = personId === null || personName === null ? null : { id: personId, name: personName }
    const next = papers.find(
      (paper) =>
        paper.title === title &&
        paper.kind === kind &&
        (paper.accountId === actor.accountId || paper.author.id === person?.id),
    )
    const isOpen = state === 'read' || state === 'unreadable'
    const asks: BatchQuestion[] = [
      ...(kind === null ? (['kind'] as const) : []),
      ...(isOfPerson(kind) && person === null ? (['person'] as const) : []),
    ]
    return {
      ...{ id, name, path: firstOf(path, 500), state, message, kind, title, person, paperId },
      asks: isOpen ? asks : [],
      nextOf: next && isOpen ? { id: next.id, title: next.title, ordinal: next.allVersions + 1 } : null,
    }
  })
}

/** The kind as it was read; null where it was not. */
function kindOf({ read }: BatchFileRow): PaperKind | null {
  return read === null || read.kind === 'template' || read.kind === 'other' ? null : read.kind
}
