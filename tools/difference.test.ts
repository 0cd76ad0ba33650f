import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { difference } from './evaluation/difference/difference.ts'
import { differenceText } from './evaluation/difference/difference-text.ts'
import { findingsIn } from './evaluation/difference/findings-in.ts'
import type { LocatedFinding } from './evaluation/difference/locate.ts'
import { locate } from './evaluation/difference/locate.ts'

const root = join(import.meta.dirname, '..')

const finding: LocatedFinding = {
  tool: 'review',
  path: '甲.txt',
  rule: 'wording/doubled',
  severity: 'error',
  message: '“的要求”重复',
  place: '第2行',
  excerpt: '的要求的要求',
}

describe('findings in a result', () => {
  it('are read from a document, a folder, a ledger, a pair and a file that could not be read', () => {
    const review = {
      documents: [
        { path: '甲.txt', findings: [{ rule: 'a/b', severity: 'error', message: '错', start: 3, end: 5 }] },
        { path: '乙.docx', error: '打不开', findings: [] },
      ],
      similarity: [{ a: '甲.txt', b: '丙.txt', shareOfA: 0.5, shareOfB: 1 }],
    }
    expect(findingsIn('review', review).map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      '甲.txt a/b',
      '乙.docx unreadable',
      '甲.txt similar',
    ])
    const lint = [
      { path: '丁.xlsx', lint: { findings: [{ rule: 'c/d', message: '缺', sheet: '表一', address: 'B3' }] } },
    ]
    expect(findingsIn('lint', lint)).toMatchObject([{ path: '丁.xlsx', rule: 'c/d', place: '表一 B3' }])
  })

  it('are the same whether places stand in a list or a place in a field, and whether the rule is a name or a type', () => {
    const before = { gaps: [{ type: 'missing', message: '漏了', places: [{ path: '戊.txt', start: 1, end: 2 }] }] }
    const after = {
      findings: [{ rule: { id: 'missing' }, message: '漏了', place: { file: '戊.txt', start: 1, end: 2 } }],
    }
    expect(findingsIn('reconcile', before)).toEqual(findingsIn('reconcile', after))
  })

  it('have no span for a whole file', () => {
    const [whole] = findingsIn('check', { rule: 'a', message: '缺', places: [{ path: '己.txt', start: 0, end: 0 }] })
    expect(whole).not.toHaveProperty('span')
  })
})

describe('where a finding is', () => {
  it('is a line and its words, read by the engine of that project', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'duizhao-locate-')), '甲.txt')
    writeFileSync(path, '第一行\n第二行的错处\n')
    const [at] = await locate(root, findingsIn('review', { rule: 'a', message: '错', path, start: 8, end: 10 }))
    rmSync(dirname(path), { recursive: true })
    expect(at).toMatchObject({ place: '第2行', excerpt: '错处' })
  })
})

describe('the difference', () => {
  it('pairs equal findings one to one', () => {
    const { added, removed, same } = difference([finding, finding], [finding])
    expect([added.length, removed.length, same]).toEqual([0, 1, 1])
  })

  it('tells a finding in other words, or by a rule of another name, from one that is new', () => {
    const reworded = { ...finding, message: '“的要求”写了两次' }
    const renamed = { ...finding, rule: 'residue/doubled' }
    const moved = { ...finding, place: '第9行', excerpt: '别的' }
    for (const after of [reworded, renamed, moved])
      expect(difference([finding], [after])).toMatchObject({
        added: [],
        removed: [],
        changed: [{ before: finding, after }],
      })
    const other = { ...finding, rule: 'count/sum', message: '加起来不对' }
    expect(difference([finding], [other])).toMatchObject({ added: [other], removed: [finding], changed: [] })
  })

  it('prints file by file, with what it was before and the totals of the rules that moved', () => {
    const text = differenceText(difference([finding], [{ ...finding, severity: 'advice' }]))
    expect(text).toBe(
      [
        '甲.txt',
        '~ 第2行  advice  wording/doubled',
        '    “的要求”重复',
        '    “的要求的要求”',
        '    原来：severity error',
        '',
        `${'wording/doubled'.padEnd(40)} +0 -0 ~1`,
        '增加 0，减少 0，改动 1，不变 0',
        '',
      ].join('\n'),
    )
  })
})

describe('npm run eval -- --diff', () => {
  it('says which revision git does not know', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'tools/eval.ts'), '--diff', 'no-such-revision'],
      {
        encoding: 'utf8',
      },
    )
    expect([status, stderr]).toEqual([2, expect.stringContaining('git 没有“no-such-revision”这次提交')])
  })
})
