import { describe, expect, it } from 'vitest'
import { checkMeetingFolder } from './documents/meeting/check-meeting-folder.ts'
import { checkRules } from './documents/meeting/rules/index.ts'
import { reconcileDocuments } from './documents/reconcile/reconcile-documents.ts'
import { missingProblem } from './documents/reconcile/rules/presence/missing-problem.ts'
import { reconcileRules } from './documents/reconcile/rules/index.ts'
import { type Paper, papersOf } from './findings/testing/papers.ts'
import { lintLedger } from './ledgers/lint/lint-ledger.ts'
import { ledgerRules } from './ledgers/lint/rules/index.ts'
import { findingsOfPair } from './review/pairs/pair-findings.ts'
import { pairRules } from './review/pairs/rules/index.ts'
import { review } from './review/review.ts'
import { rules as reviewRules } from './review/rules/index.ts'

/** A rule of any kind that breaks down. */
function panicky<Id extends string>(id: Id) {
  return {
    id,
    name: '出错',
    severity: 'error',
    why: '测试。',
    source: { title: '测试', known: 'practice' },
    check(): never {
      throw new Error('坏了')
    },
    bad: ['⟦坏⟧'],
    good: ['好'],
  } as const
}

function failed(rule: string) {
  return { rule, name: '出错', error: '坏了' }
}

async function papers(example: string, unnamed = '材料.txt'): Promise<readonly [Paper, ...Paper[]]> {
  const [one, ...others] = (await papersOf(example, { unnamed })).papers
  if (one === undefined) throw new Error('no paper')
  return [one, ...others]
}

const names = (found: readonly { readonly rule: string }[]): string[] => found.map(({ rule }) => rule)

describe('a rule that throws costs only itself', () => {
  it('in a review', async () => {
    const [{ document }] = await papers('全年走访XX户。')
    const found = review(document, {}, [panicky('wording/panicky'), ...reviewRules])
    expect(names(found.findings)).toContain('residue/placeholder')
    expect(found.failed).toEqual([failed('wording/panicky')])
  })

  it('in the check of a meeting’s papers', async () => {
    const folder = await papers('=== 签到表.txt\n市水文站党支部2025年度组织生活会签到表\n应到9人，实到2人')
    const meetings = checkMeetingFolder(folder, [panicky('procedure/panicky'), ...checkRules])
    expect(meetings.flatMap(({ findings }) => names(findings))).toContain('procedure/quorum')
    expect(meetings.flatMap((meeting) => meeting.failed)).toEqual([failed('procedure/panicky')])
  })

  it('in the reconciliation of documents', async () => {
    const documents = await papers(missingProblem.bad[0])
    const found = reconcileDocuments(documents, [panicky('total/panicky'), ...reconcileRules])
    expect(names(found.findings)).toContain('presence/missing-problem')
    expect(found.failed).toEqual([failed('total/panicky')])
  })

  it('in the comparison of two materials', () => {
    const passages = [{ a: { start: 0, end: 9 }, b: { start: 5, end: 14 } }]
    const pair = { a: '甲', b: '乙', shareOfA: 0.9, shareOfB: 0.3, passages, publicPassages: [], own: false }
    const named = (path: string) => ({ path, name: path })
    const found = findingsOfPair(pair, [named('甲'), named('乙')], {
      rules: [panicky('similarity/panicky'), ...pairRules],
    })
    expect(found.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['similarity/copied', 'error'],
      ['similarity/copied', 'warning'],
    ])
    expect(found.failed).toEqual([failed('similarity/panicky')])
  })

  it('in the check of a ledger', async () => {
    const [{ document, path }] = await papers(
      '序号 | 存在问题 | 整改措施 | 责任人\n1 | 调研少 | 下乡 | 方明\n2 | 更新慢 | 每周更新 | \n3 | 考试少 | 考试 | 方明',
      '台账.xlsx',
    )
    const found = lintLedger(document, path, [panicky('ledger/panicky'), ...ledgerRules])
    expect(names(found.findings)).toContain('ledger/missing-owner')
    expect(found.failed).toEqual([failed('ledger/panicky')])
  })
})
