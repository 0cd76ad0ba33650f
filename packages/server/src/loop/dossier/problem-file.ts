import { firstOf } from '@duizhao/engine/wording'
import { createHash } from 'node:crypto'
import { fileStateNames, type Page, type ProblemDetail } from '@duizhao/contract'
import { strToU8, zipSync } from 'fflate'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import type { Download } from '../../platform/context.ts'
import { fileNameOf, readStored } from '../../platform/files/index.ts'
import { invalid } from '../../platform/refusal.ts'
import { problemDetail, problemEvents } from '../ledger/index.ts'
import { listNotices } from '../supervision/index.ts'
import { eventsCsv, type FiledEvidence, problemDocument, problemPage } from './problem-page.ts'
import { problemPdf } from './problem-pdf.ts'

/** What is held in memory at a time while the file is made. */
const MOST_BYTES = 500 * 1024 * 1024

/** Everything about one problem as a zip (一问题一档): opens without the system, and shows whether anything was changed. */
export async function problemFile(context: ActorContext, problemId: string): Promise<Download> {
  const { db } = context
  const problem = await problemDetail(context, db, problemId)
  const size = problem.evidence.reduce((sum, each) => sum + each.size, 0)
  if (size > MOST_BYTES) throw invalid('佐证材料合起来超过 500 MB，装不进一个文件。', '请逐个下载佐证材料。')
  const notices = await oldestFirst((paging) => listNotices(context, { problemId, isOpen: false, ...paging }))
  const events = await oldestFirst((paging) => problemEvents(context, problemId, paging))
  const { filed, files } = await gather(context, problem.evidence)
  const whole = { problem, notices, events, evidence: filed }
  const entries = new Map<string, Uint8Array>([
    ['index.html', strToU8(problemPage(whole))],
    ['档案.pdf', problemPdf(whole)],
    ['台账.docx', problemDocument(problem)],
    ['经过.csv', strToU8(eventsCsv(events))],
    ...files,
  ])
  entries.set('校验.txt', strToU8(checksums(entries, filed)))
  const name = `${fileNameOf(`问题${problem.number}号档案`)}.zip`
  await transaction(db, (tx) =>
    record(tx, context, {
      action: 'ledger.problemFile',
      subject: `问题 ${problem.number} 号`,
      organisationId: problem.organisation.id,
      detail: { evidence: files.size },
    }),
  )
  return { name, bytes: packed(entries, context.now) }
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

async function gather(
  context: ActorContext,
  evidence: ProblemDetail['evidence'],
): Promise<{ filed: FiledEvidence[]; files: Map<string, Uint8Array> }> {
  const filed: FiledEvidence[] = []
  const files = new Map<string, Uint8Array>()
  for (const [at, each] of evidence.entries()) {
    const stored = await readStored(context, each.hash)
    const name = `佐证材料/${String(at + 1).padStart(2, '0')}-${shortName(fileNameOf(each.name))}`
    if (stored.state === 'whole') files.set(name, stored.bytes)
    filed.push({ evidence: each, path: stored.state === 'whole' ? name : null, state: stored.state })
  }
  return { filed, files }
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
function checksums(entries: ReadonlyMap<string, Uint8Array>, filed: readonly FiledEvidence[]): string {
  const lines = [...entries].map(([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}`)
  const lost = filed
    .filter(({ state }) => state !== 'whole')
    .map(({ evidence, state }) => `# ${fileStateNames[state]}：${evidence.name}（登记时 ${evidence.hash}）`)
  return `${[...lines, ...lost].join('\n')}\n`
}

function packed(entries: ReadonlyMap<string, Uint8Array>, now: Date): Uint8Array {
  const files = [...entries].map(([path, bytes]) => [path, [bytes, { level: path.includes('/') ? 0 : 6 }]] as const)
  return zipSync(Object.fromEntries(files) as Parameters<typeof zipSync>[0], { mtime: now })
}
