import type { AuditVerification } from '@duizhao/contract'
import type { ServerConfig } from '../config.ts'
import type { Database } from '../database/pool.ts'
import { transaction } from '../database/transaction.ts'
import { isSameFingerprint, knownFingerprint } from '../keys/index.ts'
import { invalid } from '../refusal.ts'
import { type KeptAnchor, linesWithGap, readAnchors, readCode } from './anchor-file.ts'
import type { Expected } from './compare-anchors.ts'
import { anchorFileOf } from './keep-anchors.ts'
import { type Acting, record } from './record.ts'
import { verifyChain } from './verify.ts'
import type { Vouched } from './vouched.ts'

export interface Verifying {
  readonly db: Database
  readonly config: Pick<ServerConfig, 'anchorFile' | 'dataFolder'>
  readonly vouched: readonly Vouched[]
  /** A head somebody had on paper. */
  readonly code?: string | undefined
  /** Fingerprints of keys this installation had before. */
  readonly keys?: readonly string[] | undefined
}

/**
 * Verifies the audit log by itself and against everything that was written down outside the database, and writes into it
 * that this was done. Refused for a code that is none.
 */
export async function verifyAudit(
  { db, config, vouched, code, keys = [] }: Verifying,
  acting: Acting,
): Promise<AuditVerification> {
  const kept = await keptAnchors(config, keys)
  const paper = code === undefined || code === '' ? [] : [fromPaper(code)]
  const chain = await verifyChain(db, { expected: [...kept.anchors, ...paper], vouched })
  const latest = kept.anchors.at(-1) ?? null
  const anchors = {
    file: anchorFileOf(config),
    compared: chain.anchors.compared,
    latest: latest === null ? null : { number: latest.number, at: latest.at },
    faults: [...kept.faults, ...chain.anchors.faults],
    notes: [...kept.notes, ...chain.anchors.notes],
  }
  const result = { ...chain, anchors, intact: chain.intact && anchors.faults.length === 0 }
  const { entries, intact, broken, rewritten } = result
  const detail = { entries, intact, broken, compared: anchors.compared, faults: [...anchors.faults, ...rewritten] }
  const act = { action: 'audit.verify', subject: '审计日志', detail, succeeded: intact }
  await transaction(db, (tx) => record(tx, acting, act))
  return result
}

interface Kept {
  readonly anchors: readonly KeptAnchor[]
  readonly faults: readonly string[]
  readonly notes: readonly string[]
}

async function keptAnchors(config: Verifying['config'], named: readonly string[]): Promise<Kept> {
  const path = anchorFileOf(config)
  const all = await readAnchors(path)
  if (all === null || all.length === 0) {
    const wanting = all === null ? `没有锚点文件 ${path}` : `锚点文件 ${path} 里没有锚点`
    return { anchors: [], faults: [`${wanting}，${UNANCHORED}`], notes: [] }
  }
  const own = await knownFingerprint(config.dataFolder)
  const known = [...(own === null ? [] : [own]), ...named]
  const isKnown = ({ signedBy }: KeptAnchor): boolean =>
    signedBy !== null && (known.length === 0 || known.some((key) => isSameFingerprint(key, signedBy)))
  const anchors = all.filter(isKnown)
  const forged = all.filter(({ signedBy }) => signedBy === null)
  const foreign = Map.groupBy(
    all.filter((anchor) => anchor.signedBy !== null && !isKnown(anchor)),
    ({ signedBy }) => signedBy,
  )
  const signers = new Set(anchors.map(({ signedBy }) => signedBy))
  return {
    anchors,
    faults: [
      ...(known.length === 0 ? [...signers].map((key) => keylessWords(key)) : []),
      ...linesWithGap(all).map((line) => `锚点文件第 ${line} 行以前有锚点被删去、挪动或改得认不出。`),
      ...forged.map(({ line }) => `锚点文件第 ${line} 行的签名不对：这一行被改过。`),
      ...[...foreign].map(([key, { length }]) => foreignWords(key, length)),
    ],
    notes: [],
  }
}

const UNANCHORED =
  '只核对了日志本身：末尾截去、整条重算都查不出。刚升级、还没有启动过服务的，请启动一次再核验；启动过的，是文件被删了、清空了，或者换了地方。'

function keylessWords(key: string | null): string {
  return `这里没有本系统的密钥，看不出锚点是不是本系统签的（签的密钥指纹 ${key}）。请用 duizhao audit verify --key 写明记下的指纹。`
}

function foreignWords(key: string | null, lines: number): string {
  return `锚点文件有 ${lines} 行是另一把密钥签的（指纹 ${key}），没有用来核对；确是本系统以前的密钥，请用 duizhao audit verify --key 写明。`
}

function fromPaper(code: string): Expected {
  const read = readCode(code)
  if (read === null)
    throw invalid('看不懂这个链尾码。', '它是一个序号和六组四位的字母、数字，如 1234-3f2a-99b1-0c4d-77e0-5a1b-2c3d。', [
      { field: 'code', message: '看不懂这个链尾码' },
    ])
  return { ...read, at: null, occasion: null, line: null }
}
