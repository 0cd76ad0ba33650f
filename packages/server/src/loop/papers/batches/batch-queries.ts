import type { BatchFileState, Page, PaperBatch } from '@duizhao/contract'
import { sql } from 'kysely'
import { levelColumn } from '../../../platform/access.ts'
import type { Actor } from '../../../platform/context.ts'
import { page } from '../../../platform/database/paging.ts'
import type { Database } from '../../../platform/database/pool.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { ReadBatched } from './read-batched.ts'

/** What is kept of what was read. */
type KeptReading = Omit<ReadBatched, 'signed'>

/** A file as it is kept. */
export interface BatchFileRow {
  readonly id: string
  readonly batchId: string
  readonly organisationId: string
  readonly name: string
  readonly path: string
  readonly hash: string | null
  readonly state: BatchFileState
  readonly message: string
  /** But for the review, which is long. */
  readonly read: Omit<KeptReading, 'review'> | null
  readonly personId: string | null
  readonly personName: string | null
  readonly paperId: string | null
}

const OPEN: readonly BatchFileState[] = ['waiting', 'read', 'unreadable', 'double']

function batches(db: Database | Tx, { accountId }: Actor) {
  return db
    .selectFrom('paper_batch')
    .innerJoin('organisation', 'organisation.id', 'paper_batch.organisation_id')
    .select(['paper_batch.id', 'paper_batch.at', 'organisation.id as organisationId', 'organisation.name'])
    .select((builder) =>
      builder
        .selectFrom('paper_batch_file')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('batch_id', '=', 'paper_batch.id')
        .as('files'),
    )
    .select((builder) =>
      builder
        .selectFrom('paper_batch_file')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('batch_id', '=', 'paper_batch.id')
        .where('state', 'in', OPEN)
        .as('open'),
    )
    .where('paper_batch.account_id', '=', accountId)
}

type Selected = Awaited<ReturnType<ReturnType<typeof batches>['execute']>>[number]

function toBatch({ id, at, organisationId, name, files, open }: Selected): PaperBatch {
  const organisation = { id: organisationId, name }
  return { id, organisation, at: at.toISOString(), files: Number(files ?? 0), open: Number(open ?? 0) }
}

/** A batch, for whoever handed it in. */
export async function ownBatch(db: Database | Tx, actor: Actor, id: string): Promise<PaperBatch | undefined> {
  const row = await batches(db, actor).where('paper_batch.id', '=', id).executeTakeFirst()
  return row && toBatch(row)
}

/** One's batches for an organisation in which something is still to be said, the last first. */
export async function openBatches(
  db: Database,
  actor: Actor,
  {
    organisationId,
    ...paging
  }: { readonly organisationId: string; readonly after?: string | undefined; readonly limit: number },
): Promise<Page<PaperBatch>> {
  const own = batches(db, actor).where('paper_batch.organisation_id', '=', organisationId)
  const query = own.where((builder) =>
    builder.exists(
      builder
        .selectFrom('paper_batch_file')
        .select('id')
        .whereRef('batch_id', '=', 'paper_batch.id')
        .where('state', 'in', OPEN),
    ),
  )
  const key = [{ column: 'paper_batch.id', property: 'id' }]
  const { items, next } = await page(query, key, { ...paging, descending: true })
  return { items: items.map(toBatch), next }
}

export async function insertBatch(
  tx: Tx,
  {
    id,
    organisationId,
    accountId,
    at,
  }: { readonly id: string; readonly organisationId: string; readonly accountId: string; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('paper_batch')
    .values({ id, at, organisation_id: organisationId, account_id: accountId })
    .execute()
}

/** Holds a batch until the transaction ends: two uploads do not put in more than it takes. How many files it has. */
export async function holdBatch(tx: Tx, id: string): Promise<number> {
  await tx.selectFrom('paper_batch').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  const { count } = await tx
    .selectFrom('paper_batch_file')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('batch_id', '=', id)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export interface NewBatchFile {
  readonly id: string
  readonly batchId: string
  readonly name: string
  readonly path: string
  readonly hash: string | null
  readonly state: BatchFileState
  readonly message: string
  readonly at: Date
}

export async function insertBatchFile(tx: Tx, { batchId, hash, ...file }: NewBatchFile): Promise<void> {
  await tx
    .insertInto('paper_batch_file')
    .values({ ...file, batch_id: batchId, file_hash: hash })
    .execute()
}

function files(db: Database | Tx, { accountId }: Actor) {
  return db
    .selectFrom('paper_batch_file')
    .innerJoin('paper_batch', 'paper_batch.id', 'paper_batch_file.batch_id')
    .leftJoin('person', 'person.id', 'paper_batch_file.person_id')
    .select(['paper_batch_file.id', 'batch_id as batchId', 'paper_batch.organisation_id as organisationId'])
    .select(['paper_batch_file.name', 'path', 'file_hash as hash', 'state', 'message', 'paper_id as paperId'])
    .select(sql<BatchFileRow['read']>`read - 'review'`.as('read'))
    .select(['person.id as personId', 'person.name as personName'])
    .where('paper_batch.account_id', '=', accountId)
    .orderBy('paper_batch_file.id')
}

type SelectedFile = Awaited<ReturnType<ReturnType<typeof files>['execute']>>[number]

function toFile({ state, ...row }: SelectedFile): BatchFileRow {
  return { ...row, state: state as BatchFileState }
}

/** The files of a batch of one's own, in the order they came. */
export async function filesOfBatch(db: Database | Tx, actor: Actor, batchId: string): Promise<BatchFileRow[]> {
  return (await files(db, actor).where('batch_id', '=', batchId).execute()).map(toFile)
}

/** Some files of one's own. */
export async function ownFiles(db: Database | Tx, actor: Actor, ids: readonly string[]): Promise<BatchFileRow[]> {
  if (ids.length === 0) return []
  return (await files(db, actor).where('paper_batch_file.id', 'in', ids).execute()).map(toFile)
}

/** A file of one's own, held until the transaction ends. */
export async function ownFileForUpdate(tx: Tx, actor: Actor, id: string): Promise<BatchFileRow | undefined> {
  await tx.selectFrom('paper_batch_file').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  const [file] = await ownFiles(tx, actor, [id])
  return file
}

/** The review of a file that is kept until it is of a version. */
export async function reviewOfFile(tx: Tx, id: string): Promise<KeptReading['review']> {
  const row = await tx
    .selectFrom('paper_batch_file')
    .select(sql<KeptReading['review']>`read -> 'review'`.as('review'))
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.review ?? null
}

/** What becomes known of a file. */
export interface FileChange {
  readonly state: BatchFileState
  readonly message?: string
  readonly read?: KeptReading
  readonly personId?: string | null
  readonly paperId?: string
}

export async function updateBatchFile(tx: Tx, id: string, change: FileChange): Promise<void> {
  const { state, message, read, personId, paperId } = change
  await tx
    .updateTable('paper_batch_file')
    .set({
      state,
      ...(message === undefined ? {} : { message }),
      ...(read === undefined ? {} : { read: JSON.stringify(read) }),
      ...(personId === undefined ? {} : { person_id: personId }),
      ...(paperId === undefined ? {} : { paper_id: paperId }),
    })
    .where('id', '=', id)
    .execute()
}

export async function deleteBatch(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('paper_batch').where('id', '=', id).execute()
}

/** Another file of the batch with the same bytes that came before. */
export async function sameInBatch(tx: Tx, batchId: string, hash: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('paper_batch_file')
    .select('name')
    .where('batch_id', '=', batchId)
    .where('file_hash', '=', hash)
    .orderBy('id')
    .executeTakeFirst()
  return row?.name
}

/** The versions of papers of an organisation that are a file: whether they are seen is for papers to say. */
export async function versionsOfFile(tx: Tx, organisationId: string, hash: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('paper_version')
    .innerJoin('paper', 'paper.id', 'paper_version.paper_id')
    .select('paper_version.id')
    .where('paper_version.file_hash', '=', hash)
    .where('paper.organisation_id', '=', organisationId)
    .orderBy('paper_version.id')
    .limit(20)
    .execute()
  return rows.map(({ id }) => id)
}

/** The people at and below an organisation whose names stand in some words, but for names that are part of another's. */
export async function peopleNamedIn(
  db: Database | Tx,
  { id, level }: { readonly id: string; readonly level: number },
  words: string,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .select(['person.id', 'person.name'])
    .where(`organisation.${levelColumn(level)}`, '=', id)
    .where('person.left_at', 'is', null)
    .where(sql<boolean>`length(person.name) >= 2 and position(person.name in ${words}) > 0`)
    .limit(20)
    .execute()
  return rows.filter(({ name }) => !rows.some((other) => other.name !== name && other.name.includes(name)))
}

/** An account of a person at or below an organisation who has not left; undefined if there is none. */
export async function accountOf(
  tx: Tx,
  { id, level }: { readonly id: string; readonly level: number },
  personId: string,
): Promise<{ readonly accountId: string | null; readonly name: string } | undefined> {
  return tx
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .leftJoin('account', (join) =>
      join.onRef('account.person_id', '=', 'person.id').on('account.disabled_at', 'is', null),
    )
    .select(['account.id as accountId', 'person.name'])
    .where('person.id', '=', personId)
    .where('person.left_at', 'is', null)
    .where(`organisation.${levelColumn(level)}`, '=', id)
    .executeTakeFirst()
}

const MOST_TOLD = 50

/** For whoever asks what is held about them: the files they put in, and when others put in one that was read as theirs. */
export async function batchedOf(db: Database, { accountId, personId }: Pick<Actor, 'accountId' | 'personId'>) {
  const files = db
    .selectFrom('paper_batch_file')
    .innerJoin('paper_batch', 'paper_batch.id', 'batch_id')
    .select(['paper_batch_file.name', 'paper_batch_file.at'])
    .orderBy('paper_batch_file.id', 'desc')
    .limit(MOST_TOLD)
  const [own, theirs] = await Promise.all([
    files.where('paper_batch.account_id', '=', accountId).execute(),
    files.where('person_id', '=', personId).where('paper_batch.account_id', '<>', accountId).execute(),
  ])
  return { own, theirs }
}
