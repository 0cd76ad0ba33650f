import { isHolderName } from '@duizhao/engine'
import type { UnreadableFile } from '@duizhao/report'
import type { GivenFile } from './jobs.ts'
import type { Ask } from './workshop.ts'

/** What was given for each slot, with files that hold others opened, and what in them could not be had. */
export interface Opened {
  readonly given: Readonly<Record<string, readonly GivenFile[]>>
  readonly refused: readonly UnreadableFile[]
}

/** Opens what was given in a .zip or a mail. Where one file is wanted, one that holds several stays as it is. */
export async function openedFiles(
  slots: readonly { readonly id: string; readonly isMany: boolean }[],
  given: Readonly<Record<string, readonly GivenFile[]>>,
  ask: Ask,
): Promise<Opened> {
  const refused: UnreadableFile[] = []
  const opened: Record<string, readonly GivenFile[]> = {}
  for (const { id, isMany } of slots) {
    const files: GivenFile[] = []
    for (const file of given[id] ?? []) {
      const inside = isHolderName(file.path) ? await ask('open', file) : { files: [file], refused: [] }
      if (!isMany && inside.files.length !== 1) files.push(file)
      else {
        files.push(...inside.files)
        refused.push(...inside.refused)
      }
    }
    opened[id] = files
  }
  return { given: opened, refused }
}
