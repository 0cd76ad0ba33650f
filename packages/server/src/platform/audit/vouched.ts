import { actionNames } from '@duizhao/contract'
import { instantInWords } from '../calendar/index.ts'
import type { Database } from '../database/pool.ts'
import { type Tx, transaction } from '../database/transaction.ts'
import { hasCover, type StoredEntry } from './queries.ts'
import { type Acting, record } from './record.ts'
import { type Digest, vouchFor, type Written, writtenOf } from './written.ts'

/** Rows of a feature that the audit log vouches for, by the acts that wrote them. */
export interface Vouched {
  /** `of` of what its acts have written. */
  readonly name: string
  /** What is there now of each act, and whose it is, in words. */
  readonly ofActs: (
    tx: Tx,
    acts: readonly string[],
  ) => Promise<ReadonlyMap<string, Digest & { readonly whose: string }>>
  /** All that was written before acts had names. */
  readonly ofNone: (tx: Tx) => Promise<Digest>
  /** How many rows have an act. */
  readonly count: (tx: Tx) => Promise<number>
  /** Whose a row is, in words, whose act no entry knows; null if there is none. */
  readonly stray: (tx: Tx) => Promise<string | null>
  /** What is now otherwise than its rows say it came to, each in words; none where all agree. */
  readonly contradicted: (tx: Tx) => Promise<readonly string[]>
}

/** All that the log vouches for, in any feature. */
export function vouchedOf(features: readonly { readonly vouched?: Vouched }[]): Vouched[] {
  return features.flatMap(({ vouched }) => (vouched === undefined ? [] : [vouched]))
}

/** Vouches for what was there before acts had names, once in the life of a database. */
export async function coverHistory(db: Database, vouched: readonly Vouched[], acting: Acting): Promise<void> {
  for (const { name, ofNone } of vouched)
    await transaction(db, async (tx) => {
      if (await hasCover(tx, name)) return
      vouchFor(tx, { of: name, act: null, ...(await ofNone(tx)) })
      await record(tx, acting, { action: 'audit.coverHistory', subject: '经过' })
    })
}

/** Enough to know where to look; a whole table that was rewritten has no use for a line a row. */
const MOST = 20

/** Compares what entries vouch for with what is there, as the chain is walked. */
export interface VouchedWalk {
  see(entries: readonly StoredEntry[]): Promise<void>
  /** What does not fit, once the whole chain was seen. */
  faults(): Promise<string[]>
}

export function walkVouched(tx: Tx, vouched: readonly Vouched[]): VouchedWalk {
  const faults: string[] = []
  const seen = new Map(vouched.map(({ name }) => [name, 0]))
  const covers = new Map<string, string>()
  return {
    see: async (entries) => {
      const claims = entries.flatMap((entry) => writtenOf(entry.detail).map((written) => ({ entry, written })))
      for (const one of vouched) {
        const own = claims.filter(({ written }) => written.of === one.name)
        const acts = own.flatMap(({ written: { act } }) => (act === null ? [] : [act]))
        const there = acts.length === 0 ? new Map<string, never>() : await one.ofActs(tx, acts)
        for (const { entry, written } of own) {
          if (written.act === null) {
            if (!covers.has(one.name)) covers.set(one.name, coverFault(entry, written, await one.ofNone(tx)))
            continue
          }
          seen.set(one.name, (seen.get(one.name) ?? 0) + written.rows)
          const now = there.get(written.act)
          if (now?.hash !== written.hash) faults.push(rewritten(entry, written, now))
        }
      }
    },
    faults: async () => {
      for (const one of vouched) {
        const cover = covers.get(one.name) ?? ((await one.ofNone(tx)).rows === 0 ? '' : UNCOVERED)
        if (cover !== '') faults.push(cover)
        // An act no entry knows shows in the number; who it is has to be looked for only then.
        const stray = (await one.count(tx)) === seen.get(one.name) ? null : await one.stray(tx)
        if (stray !== null) faults.push(`${stray}的一条经过不是系统写下的：没有一条审计记录为它作证。`)
        for (const words of await one.contradicted(tx)) faults.push(`${words}：在数据库里直接改过。`)
      }
      const more = faults.length - MOST
      return more > 0 ? [...faults.slice(0, MOST), `还有 ${more} 处。`] : faults
    },
  }
}

const UNCOVERED = '有的经过没有一条审计记录为它作证。刚升级还没有启动过服务的，请启动一次再核验。'

function coverFault({ number, at }: StoredEntry, written: Written, now: Digest): string {
  if (now.hash === written.hash) return ''
  return `${instantInWords(new Date(at))} 以前的经过被改写：第 ${number} 条为 ${written.rows} 条作证，现在有 ${now.rows} 条${now.rows === written.rows ? '，内容不同' : ''}。`
}

function rewritten(
  { number, at, action, subject }: StoredEntry,
  { rows }: Written,
  now: (Digest & { readonly whose: string }) | undefined,
): string {
  const whose = now?.whose ?? subject
  const act = `第 ${number} 条（${instantInWords(new Date(at))}，${actionNames[action] ?? action}：${subject}）`
  const there = now?.rows ?? 0
  return `${whose}的经过被改写：${act}为 ${rows} 条作证，现在有 ${there} 条${there === rows ? '，内容不同' : ''}。`
}
