import { z } from 'zod'
import type { ActorContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { storeFile } from '../../platform/files/index.ts'
import { confirmDraft, draftForUpdate } from '../../platform/import-draft-queries.ts'
import { conflict, notFound } from '../../platform/refusal.ts'

/** A file of minutes between being read and being confirmed. */
const ReadingDraft = z.object({
  kind: z.literal('record'),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.base64(),
  spans: z.record(z.string(), z.tuple([z.int(), z.int()]).readonly()),
})
export type ReadingDraft = z.infer<typeof ReadingDraft>

interface Taken {
  readonly file: { readonly hash: string; readonly name: string } | null
  readonly spans: object
}

/** Keeps the file that a record was read from, once; nothing where it was written by hand. */
export async function takeReading(
  tx: Tx,
  context: ActorContext,
  { readingId, organisationId }: { readonly readingId: string | null; readonly organisationId: string },
): Promise<Taken> {
  if (readingId === null) return { file: null, spans: {} }
  const draft = await draftForUpdate(tx, readingId, context.actor.accountId)
  const { data: content } = ReadingDraft.safeParse(draft?.content)
  if (!draft || !content || draft.organisationId !== organisationId || draft.expiresAt < context.now)
    throw notFound('这次读的文件')
  if (draft.confirmedAt) throw conflict('这份文件已经录入过了。', '要改的，请打开那次记录来改。')
  const { name, mediaType, bytes, spans } = content
  const hash = await storeFile(tx, context, { bytes: new Uint8Array(Buffer.from(bytes, 'base64')), mediaType })
  await confirmDraft(tx, readingId, context.now)
  return { file: { hash, name }, spans }
}
