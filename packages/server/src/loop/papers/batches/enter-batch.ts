import { type BatchChoice, type BatchFile, MOST_VERSIONS, paperMachine, type PaperGuard } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { holdTree, permittedOrganisation } from '../../../office/organisation/index.ts'
import { permissionsOver } from '../../../platform/access.ts'
import { nextState } from '../../../platform/act.ts'
import { record } from '../../../platform/audit/index.ts'
import type { ActorContext } from '../../../platform/context.ts'
import type { Feature } from '../../../platform/feature.ts'
import { type Tx, transaction } from '../../../platform/database/transaction.ts'
import { notify } from '../../../platform/notifications/index.ts'
import { conflict, invalid, notFound, Refusal } from '../../../platform/refusal.ts'
import { enterHistory } from '../act.ts'
import { paperFacts } from '../policy.ts'
import { insertPaper, type PaperRow, seenPaperForUpdate, updatePaper, writtenPaper } from '../queries.ts'
import { keepVersion } from '../keep-version.ts'
import { latestFile } from '../version-queries.ts'
import {
  accountOf,
  type BatchFileRow,
  ownFileForUpdate,
  ownFiles,
  reviewOfFile,
  updateBatchFile,
} from './batch-queries.ts'
import { seenBatch } from './batches.ts'
import { isOfPerson, shownFiles } from './shown-files.ts'

/**
 * Puts files of a batch in as papers or as versions of papers, each on its own: what one refuses does not hold up the
 * others, it says why; in the order they were asked. What was put in before stays as it is, so that the same may be asked twice.
 */
export async function enterBatch(
  context: ActorContext,
  features: readonly Feature[],
  batchId: string,
  choices: readonly BatchChoice[],
): Promise<BatchFile[]> {
  const { organisation } = await seenBatch(context, batchId)
  const refused = new Map<string, string>()
  for (const choice of choices) {
    try {
      await transaction(context.db, (tx) =>
        enter(tx, context, { features, batchId, organisationId: organisation.id }, choice),
      )
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.set(choice.fileId, error.message)
    }
  }
  const rows = await ownFiles(
    context.db,
    context.actor,
    choices.map(({ fileId }) => fileId),
  )
  const files = new Map((await shownFiles(context, rows)).map((file) => [file.id, file]))
  return choices.flatMap(({ fileId }) => {
    const file = files.get(fileId)
    return file === undefined ? [] : [{ ...file, message: refused.get(fileId) ?? file.message }]
  })
}

interface Entering {
  readonly features: readonly Feature[]
  readonly batchId: string
  readonly organisationId: string
}

async function enter(tx: Tx, context: ActorContext, entering: Entering, choice: BatchChoice): Promise<void> {
  await holdTree(tx)
  const file = await ownFileForUpdate(tx, context.actor, choice.fileId)
  if (!file || file.batchId !== entering.batchId) throw notFound('这个文件')
  if (file.state === 'entered') return
  if (choice.as === 'left') {
    await updateBatchFile(tx, file.id, { state: 'left' })
    await record(tx, context, {
      action: 'paper.enterBatch',
      subject: file.name,
      organisationId: entering.organisationId,
      detail: { batchId: entering.batchId, as: 'left' },
    })
    return
  }
  const { hash } = file
  if (hash === null) throw invalid(`“${file.name}”没有存下来。`, '请换成能用的格式，另外提交。')
  const kept = { ...file, hash }
  const paper =
    choice.as === 'new' ? await asNew(tx, context, kept, choice) : await asVersion(tx, context, kept, choice.paperId)
  await updateBatchFile(tx, file.id, { state: 'entered', paperId: paper.id, message: '' })
  const told = { of: 'paper', organisationId: paper.organisation.id, days: [], people: [], now: context.now } as const
  for (const { happened } of entering.features) await happened?.(tx, told)
}

type KeptFile = BatchFileRow & { readonly hash: string }

async function asNew(
  tx: Tx,
  context: ActorContext,
  file: KeptFile,
  { kind, title, personId }: Extract<BatchChoice, { readonly as: 'new' }>,
): Promise<PaperRow> {
  const { actor, now } = context
  const organisation = await permittedOrganisation(tx, actor, 'paper.write', file.organisationId)
  const author = personId === null || personId === actor.personId ? null : await accountOf(tx, organisation, personId)
  if (author === undefined) throw invalid('没有找到这个人，或者已经离开。', '请重新选择。')
  if (author === null && isOfPerson(kind) && personId === null)
    throw invalid(`“${title}”是谁的，还没有选。`, '个人的材料、谈话记录请选是谁的。')
  if (author !== null && author.accountId === null)
    throw invalid(`${author.name}没有账号，不能替他提交。`, '请先给他开账号，或者改成自己提交的种类。')
  const accountId = author?.accountId ?? actor.accountId
  if (accountId !== actor.accountId) await permittedOrganisation(tx, actor, 'paper.review', file.organisationId)
  const guards: PaperGuard[] = accountId === actor.accountId ? [] : ['isHandedInFor']
  const facts = { state: null, permissions: permissionsOver(actor, organisation.path), guards: new Set(guards) }
  const { state } = nextState(paperMachine, ['create'], facts)
  const id = newId()
  await insertPaper(tx, { id, organisation, kind, title, state, accountId, at: now })
  await enterVersion(tx, context, id, file)
  if (state === 'submitted') await updatePaper(tx, id, { state, shown_versions: 1, changed_at: now })
  return entered(tx, context, { paperId: id, accountId, action: 'create', file })
}

async function asVersion(tx: Tx, context: ActorContext, file: KeptFile, paperId: string): Promise<PaperRow> {
  const { actor, now } = context
  const paper = await seenPaperForUpdate(tx, actor, paperId)
  if (paper?.organisation.id !== file.organisationId) throw notFound('这份文稿')
  const facts = paperFacts(actor, paper)
  const guards = new Set([...facts.guards, ...(paper.accountId === actor.accountId ? [] : ['isHandedInFor' as const])])
  const { state } = nextState(paperMachine, ['addVersion'], { ...facts, guards })
  if (paper.allVersions >= MOST_VERSIONS) throw conflict(`这份文稿已有 ${MOST_VERSIONS} 版。`, '请另起一份文稿。')
  if ((await latestFile(tx, paperId))?.hash === file.hash) throw conflict('这个文件和上一版一模一样。', '不必再交。')
  const ordinal = await enterVersion(tx, context, paperId, file)
  await updatePaper(tx, paperId, {
    state,
    changed_at: now,
    ...(state === 'submitted' ? { shown_versions: ordinal } : {}),
  })
  return entered(tx, context, { paperId, accountId: paper.accountId, action: 'addVersion', file })
}

/** Enters a file as the next version, with its review; which it is. */
async function enterVersion(tx: Tx, context: ActorContext, paperId: string, file: KeptFile): Promise<number> {
  const { id, hash, name, read } = file
  const review = await reviewOfFile(tx, id)
  return keepVersion(tx, context, {
    ...{ paperId, hash, fileName: name, note: '' },
    read: { reading: read?.reading ?? null, review },
  })
}

interface Entered {
  readonly paperId: string
  readonly accountId: string
  readonly action: 'create' | 'addVersion'
  readonly file: KeptFile
}

/** Tells history, log, and whom it was handed in for. */
async function entered(
  tx: Tx,
  context: ActorContext,
  { paperId, accountId, action, file: { name, hash } }: Entered,
): Promise<PaperRow> {
  const paper = await writtenPaper(tx, paperId)
  const isForOther = accountId !== context.actor.accountId
  const reason = isForOther ? `替${paper.author.name}提交，已送审` : ''
  await enterHistory(tx, context, paper, { action, reason })
  await record(tx, context, {
    action: 'paper.enterBatch',
    subject: paper.title,
    organisationId: paper.organisation.id,
    detail: { as: action, kind: paper.kind, file: name, sha256: hash },
  })
  if (isForOther)
    await notify(tx, context, [accountId], {
      title: `${context.actor.personName}替你提交了文稿《${paper.title}》，已送审`,
      link: `/papers/${paperId}`,
    })
  return paper
}
