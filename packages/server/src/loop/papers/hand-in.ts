import { MOST_VERSIONS, type PaperDetail, type PaperKind, PaperTitle } from '@duizhao/contract'
import { firstOf, oneLine } from '@duizhao/engine/wording'
import { v7 as newId } from 'uuid'
import { holdTree, permittedOrganisation } from '../../office/organisation/index.ts'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext, UploadedFile } from '../../platform/context.ts'
import type { Feature } from '../../platform/feature.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { type CheckedFile, checkedFile, storeFile } from '../../platform/files/index.ts'
import { conflict } from '../../platform/refusal.ts'
import { doWork } from '../../platform/work.ts'
import { actOnPaper, enterHistory, refuseOnPaper } from './act.ts'
import { insertPaper, writtenPaper } from './queries.ts'
import { keepVersion } from './keep-version.ts'
import { latestFile } from './version-queries.ts'
import { readPaper } from './read-paper.ts'
import { type ReadPaper, readingOfPaper } from './work.ts'

const LONGEST_TITLE = 120

/**
 * Begins a paper with its first version. What kind it is and what it is called is read from the file where it is not said:
 * its own title, else the name of the file.
 */
export async function createPaper(
  context: ActorContext,
  organisationId: string,
  given: {
    readonly file: UploadedFile
    readonly kind?: PaperKind | undefined
    readonly title?: string | undefined
  },
): Promise<PaperDetail> {
  const { db, actor, now } = context
  // Nobody has a file read who may not hand one in.
  await permittedOrganisation(db, actor, 'paper.write', organisationId)
  const [file, read] = await checkedPaper(context, given.file)
  const id = newId()
  await transaction(db, async (tx) => {
    await holdTree(tx)
    const organisation = await permittedOrganisation(tx, actor, 'paper.write', organisationId)
    const title = given.title ?? titleOf(file.name, read)
    const kind = given.kind ?? kindOf(read)
    await insertPaper(tx, { id, organisation, kind, title, state: 'draft', accountId: actor.accountId, at: now })
    const { hash } = await storeVersion(tx, context, id, { file, read, note: '' })
    await enterHistory(tx, context, await writtenPaper(tx, id), { action: 'create' })
    const detail = { kind, file: file.name, sha256: hash }
    await record(tx, context, { action: 'paper.create', subject: title, organisationId, detail })
  })
  return readPaper(context, id)
}

/** Adds the next version. Conflict if it is the same file as the one before, or there are too many. */
export async function addPaperVersion(
  context: ActorContext,
  features: readonly Feature[],
  paperId: string,
  given: { readonly file: UploadedFile; readonly note: string },
): Promise<PaperDetail> {
  // Nobody has a file read for a paper that is not theirs.
  await refuseOnPaper(context, paperId, 'addVersion')
  const [file, read] = await checkedPaper(context, given.file)
  return actOnPaper(context, { features, paperId }, 'addVersion', async (tx, paper) => {
    if (paper.allVersions >= MOST_VERSIONS)
      throw conflict(`这份文稿已有 ${MOST_VERSIONS} 版。`, '请另起一份文稿，接着改。')
    const before = await latestFile(tx, paperId)
    const { hash, ordinal } = await storeVersion(tx, context, paperId, { file, read, note: given.note })
    if (hash === before?.hash) throw conflict('这个文件和上一版一模一样。', '请选改过的文件；只改标题不必再交文件。')
    return { reason: given.note, detail: { ordinal, file: file.name, sha256: hash } }
  })
}

async function checkedPaper(context: ActorContext, given: UploadedFile): Promise<[CheckedFile, ReadPaper | null]> {
  const file = await checkedFile(given, '文稿')
  return [file, await doWork(context, readingOfPaper, { name: file.name, bytes: file.bytes }, file.name)]
}

/** Its own title, else the name of the file: with its ending where it is nothing without. */
export function titleOf(name: string, read: Pick<ReadPaper, 'title'> | null): string {
  const names = [name.replace(/\.[^.]*$/, ''), name].map((words) => firstOf(words, LONGEST_TITLE))
  const [title = name] = [read?.title ?? '', ...names].flatMap(
    (words) => PaperTitle.safeParse(oneLine(words)).data ?? [],
  )
  return title
}

function kindOf(read: ReadPaper | null): PaperKind {
  return read === null || read.kind === 'template' ? 'other' : read.kind
}

async function storeVersion(
  tx: Tx,
  context: ActorContext,
  paperId: string,
  { file, read, note }: { readonly file: CheckedFile; readonly read: ReadPaper | null; readonly note: string },
): Promise<{ readonly hash: string; readonly ordinal: number }> {
  const hash = await storeFile(tx, context, file)
  return { hash, ordinal: await keepVersion(tx, context, { paperId, hash, fileName: file.name, note, read }) }
}
