import { firstOf } from '@duizhao/engine/wording'
import { createHash } from 'node:crypto'
import { fileStateNames, type Page } from '@duizhao/contract'
import { strToU8 } from 'fflate'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import type { Download } from '../../platform/context.ts'
import { fileNameOf, readStored } from '../../platform/files/index.ts'
import { invalid } from '../../platform/refusal.ts'
import { type ArchiveEntry, zipPieces } from '../../platform/zip-pieces.ts'
import { problemDetail, problemEvents } from '../ledger/index.ts'
import { listNotices } from '../supervision/index.ts'
import { eventsCsv, type Filed, type FiledEvidence, problemDocument, problemPage } from './problem-page.ts'
import { problemPdf } from './problem-pdf.ts'

/** What an archive of the older kind holds, which every program opens, is four times that. */
const MOST_BYTES = 2 ** 30

/** Everything about one problem as a zip (一问题一档): opens without the system, and shows whether anything was changed. */
export async function problemFile(context: ActorContext, problemId: string): Promise<Download> {
  const { db } = context
  const problem = await problemDetail(context, db, problemId)
  const size = problem.evidence.reduce((sum, { file }) => sum + (file?.size ?? 0), 0)
  if (size > MOST_BYTES) throw invalid('佐证材料合起来超过 1 GB，装不进一个文件。', '请逐个下载佐证材料。')
  const notices = await oldestFirst((paging) => listNotices(context, { problemId, isOpen: false, ...paging }))
  const events = await oldestFirst((paging) => problemEvents(context, problemId, paging))
  await transaction(db, (tx) =>
    record(tx, context, {
      action: 'ledger.problemFile',
      subject: `问题 ${problem.number} 号`,
      organisationId: problem.organisation.id,
      detail: { evidence: problem.evidence.length },
    }),
  )
  const entries = entriesOf(context, { problem, notices, events })
  return { name: `${fileNameOf(`问题${problem.number}号档案`)}.zip`, pieces: zipPieces(entries, context.now) }
}

/** The evidence first: what the pages and the checksums say of it is how it was found while it was put in. */
async function* entriesOf(context: ActorContext, told: Omit<Filed, 'evidence'>): AsyncGenerator<ArchiveEntry> {
  const sums: string[] = []
  const entry = (path: string, bytes: Uint8Array, isPacked = true): ArchiveEntry => {
    sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${path}`)
    return { path, bytes, isPacked }
  }
  const evidence: FiledEvidence[] = []
  for (const [at, each] of told.problem.evidence.entries()) {
    if (each.file === null) {
      evidence.push({ evidence: each, path: null, state: null })
      continue
    }
    const stored = await readStored(context, each.file.hash)
    const path = `佐证材料/${String(at + 1).padStart(2, '0')}-${shortName(fileNameOf(each.name))}`
    evidence.push({ evidence: each, path: stored.state === 'whole' ? path : null, state: stored.state })
    if (stored.state === 'whole') yield entry(path, stored.bytes, false)
  }
  const whole = { ...told, evidence }
  yield entry('index.html', strToU8(problemPage(whole)))
  yield entry('档案.pdf', problemPdf(whole))
  yield entry('台账.docx', problemDocument(told.problem))
  yield entry('经过.csv', strToU8(eventsCsv(told.events)))
  yield { path: '校验.txt', bytes: strToU8(checksums(sums, evidence)), isPacked: true }
}

const AT_ONCE = 200

/** All that a list holds, page by page; the lists are the latest first, a file begins with the oldest. */
async function oldestFirst<T>(
  pageAfter: (paging: { readonly after: string | undefined; readonly limit: number }) => Promise<Page<T>>,
): Promise<T[]> {
  const all: T[] = []
  let after: string | undefined
  do {
    const { items, next } = await pageAfter({ after, limit: AT_ONCE })
    all.push(...items)
    after = next ?? undefined
  } while (after !== undefined)
  return all.toReversed()
}

const LONGEST_NAME = 80

/** Short enough for every file system, with its extension. */
function shortName(name: string): string {
  if (name.length <= LONGEST_NAME) return name
  const dot = name.lastIndexOf('.')
  const extension = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : ''
  return `${firstOf(name, LONGEST_NAME - extension.length)}${extension}`
}

/** As `sha256sum -c` reads them; what the store no longer has as it was handed in is named, never vouched for. */
function checksums(sums: readonly string[], filed: readonly FiledEvidence[]): string {
  const lost = filed.flatMap(({ evidence: { name, file }, state }) =>
    file === null || state === null || state === 'whole'
      ? []
      : [`# ${fileStateNames[state]}：${name}（登记时 ${file.hash}）`],
  )
  return `${[...sums, ...lost].join('\n')}\n`
}
