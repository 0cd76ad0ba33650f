import { type Answer, type endpoints, LONGEST_PASSAGE, personalPaperKinds } from '@duizhao/contract'
import { recordReading } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { wholeBytes } from '../../platform/files/index.ts'
import { conflict, invalid, notFound, Refusal } from '../../platform/refusal.ts'
import { doWork } from '../../platform/work.ts'
import { seenVersion } from './read-paper.ts'
import type { StoredVersion } from './version-queries.ts'
import { textOfPaper } from './work.ts'

/**
 * The text of a version, as its places count in it. Not found for others; conflict where there is none. That somebody read
 * what another wrote of himself is recorded.
 */
export async function readPaperText(
  context: ActorContext,
  versionId: string,
): Promise<Answer<typeof endpoints.readPaperText>> {
  const version = await seenVersion(context, versionId)
  if (!version) throw notFound('这一版文稿')
  const text = await textOf(context, version)
  const { id, title, organisation, kind, accountId } = version.paper
  const isOfAnother = personalPaperKinds.some((personal) => personal === kind) && accountId !== context.actor.accountId
  if (isOfAnother)
    await recordReading(context, versionId, {
      action: 'paper.readText',
      subject: `${title}，第 ${version.ordinal} 版`,
      organisationId: organisation.id,
    })
  return { paper: { id, title }, ordinal: version.ordinal, organisation, text }
}

interface Span {
  readonly begins: number
  readonly ends: number
}

/**
 * The words of a passage of a version the actor sees. Not found for others; conflict where the paper no longer counts,
 * invalid where nothing stands there.
 */
export async function passageOfPaper(
  context: ActorContext,
  { versionId, ...span }: Span & { readonly versionId: string },
): Promise<string> {
  const [words = ''] = await passagesOfPaper(context, versionId, [span])
  return words
}

/** The words of several passages of a version, in their order, as `passageOfPaper` gives one: it is read once. */
export async function passagesOfPaper(
  context: ActorContext,
  versionId: string,
  spans: readonly Span[],
): Promise<string[]> {
  const version = await seenVersion(context, versionId)
  if (!version) throw notFound('这一版文稿')
  const { state, title } = version.paper
  if (state === 'void') throw conflict(`《${title}》已经作废。`, '请从有效的文稿里选。')
  const text = await textOf(context, version)
  return spans.map((span) => wordsOf(text, span))
}

function wordsOf(text: string, { begins, ends }: Span): string {
  const words = text.slice(begins, ends)
  if (words.trim() === '' || words.length !== ends - begins || !words.isWellFormed())
    throw invalid('选的这一段里没有字。', '请重新打开文稿，再选一次。')
  if (words.length > LONGEST_PASSAGE)
    throw invalid(`选的这一段有 ${words.length} 个字，最多 ${LONGEST_PASSAGE} 个。`, '请只选说这个问题的那几句。')
  return words
}

/** The text of a version the actor sees; null where none can be read. */
export async function textOfVersion(context: ActorContext, version: StoredFile): Promise<string | null> {
  try {
    return await textOf(context, version)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

type StoredFile = Pick<StoredVersion, 'hash' | 'fileName'>

async function textOf(context: ActorContext, { hash, fileName: name }: StoredFile): Promise<string> {
  const bytes = await wholeBytes(context, { hash, name })
  const text = await doWork(context, textOfPaper, { name, bytes }, name)
  if (text === null) throw conflict(`“${name}”里读不出文字。`, '扫描件请先识别成文字，再提交新版本。')
  return text
}
