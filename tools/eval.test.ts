import { describe, expect, it } from 'vitest'
import { matchFindings } from './evaluation/match-findings.ts'
import { matchItems, sameAspect } from './evaluation/match-items.ts'
import { matchPairs } from './evaluation/match-pairs.ts'
import { addDocument, emptyScore, precision, recall } from './evaluation/score.ts'
import type { FoundDocument } from './evaluation/score.ts'
import { scoreText } from './evaluation/score-text.ts'

const report = (rule: string, start: number, end: number, severity = 'error') => ({
  rule,
  severity,
  start,
  end,
  related: [],
})

describe('matching items', () => {
  it('takes starts within three characters, whatever the lead', () => {
    const { matches, missed, extra } = matchItems([{ start: 10, lead: '学习不深' }], [{ start: 13, lead: '别的' }])
    expect([matches.length, missed.length, extra.length]).toEqual([1, 0, 0])
  })

  it('takes starts within thirty characters only if the leads agree', () => {
    const answers = [
      { start: 10, lead: '学习不深' },
      { start: 200, lead: '作风不实' },
    ]
    const { matches, missed, extra } = matchItems(answers, [
      { start: 30, lead: '**学习不深**，时紧时松' },
      { start: 220, lead: '担当不足' },
    ])
    expect(matches.map(({ answer }) => answer.start)).toEqual([10])
    expect(missed.map(({ start }) => start)).toEqual([200])
    expect(extra.map(({ start }) => start)).toEqual([220])
  })

  it('uses a found item once', () => {
    const { matches, missed } = matchItems(
      [
        { start: 10, lead: '甲' },
        { start: 12, lead: '乙' },
      ],
      [{ start: 11, lead: '甲' }],
    )
    expect([matches.length, missed.length]).toEqual([1, 1])
  })
})

describe('matching aspects', () => {
  it('accepts the mark alone, the heading alone and how both begin', () => {
    const found = '（一）带头强化政治忠诚、提高政治能力方面'
    expect(['（一）', '带头强化政治忠诚', '（一）带头强化政治忠诚'].map((answer) => sameAspect(answer, found))).toEqual(
      [true, true, true],
    )
    expect([sameAspect('（二）', found), sameAspect('（一）', undefined)]).toEqual([false, false])
  })
})

describe('matching findings', () => {
  const planted = [{ family: 'residue', start: 5, end: 8, text: 'XX局' }]

  it('finds a planted defect by an overlapping report of its family, also in the related places', () => {
    expect(matchFindings(planted, [report('residue/placeholder', 7, 9)]).found).toHaveLength(1)
    expect(
      matchFindings(planted, [{ ...report('residue/placeholder', 90, 92), related: [{ start: 4, end: 6 }] }]).found,
    ).toHaveLength(1)
    expect(matchFindings(planted, [report('residue/placeholder', 8, 9)]).found).toHaveLength(0)
  })

  it('counts a report of another family at the place as right but the defect as missed', () => {
    const { missed, right, extra } = matchFindings(planted, [
      report('wording/doubled', 6, 8),
      report('count/sum', 20, 22),
    ])
    expect(missed).toHaveLength(1)
    expect(right.map(({ rule }) => rule)).toEqual(['wording/doubled'])
    expect(extra.map(({ rule }) => rule)).toEqual(['count/sum'])
  })

  it('asks for the rule where the answer names one', () => {
    const answers = [{ family: 'numbering', rule: 'gap', start: 0, end: 2, text: '四、' }]
    expect(matchFindings(answers, [report('numbering/duplicate', 0, 2)]).missed).toHaveLength(1)
    expect(matchFindings(answers, [report('numbering/gap', 0, 2)]).missed).toHaveLength(0)
  })

  it('lets an absence be reported anywhere, and a debatable one be left out', () => {
    const answers = [{ family: 'structure', start: 0, end: 0, text: 'structure', anywhere: true as const }]
    expect(matchFindings(answers, [report('structure/missing-section', 400, 410)]).extra).toHaveLength(0)
    expect(matchFindings(answers, []).missed).toHaveLength(1)
    expect(
      matchFindings([{ family: 'structure', start: 0, end: 0, text: 'structure', anywhere: true, optional: true }], [])
        .missed,
    ).toHaveLength(0)
  })
})

describe('matching pairs', () => {
  const answers = [
    {
      a: '甲.md',
      b: '乙.md',
      degree: 'one_paragraph',
      passages: [{ a: { start: 0, end: 10 }, b: { start: 50, end: 60 } }],
    },
    { a: '甲.md', b: '丙.md', degree: 'verbatim_half' },
    { a: '甲.md', b: '丁.md', degree: 'honest' },
  ]
  const pair = (a: string, b: string) => ({
    a,
    b,
    shareOfA: 0.1,
    shareOfB: 0.1,
    passages: [{ a: { start: 52, end: 57 }, b: { start: 2, end: 7 } }],
  })

  it('takes pairs in either order and measures how much of the passage is marked', () => {
    const { matches, missed } = matchPairs(answers, [pair('乙.md', '甲.md')])
    expect(matches.map(({ marked }) => marked)).toEqual([0.5])
    expect(missed.map(({ b }) => b)).toEqual(['丙.md'])
  })

  it('holds honest and unknown pairs against the engine, but not copies of one original', () => {
    const { wrong, unjudged } = matchPairs(answers, [
      pair('甲.md', '丁.md'),
      pair('乙.md', '丙.md'),
      pair('乙.md', '戊.md'),
    ])
    expect(wrong.map(({ b }) => b)).toEqual(['丁.md', '戊.md'])
    expect(unjudged).toHaveLength(1)
  })
})

describe('the score', () => {
  const found: FoundDocument = {
    text: '一、存在的问题\n1.学习不深。\n2.作风不实。',
    kind: 'personal',
    year: null,
    items: {
      problems: [{ start: 10, lead: '学习不深', aspect: '一、存在的问题' }],
      causes: [],
      measures: [{ start: 18, lead: '作风不实' }],
      prior: [],
      statement: [],
    },
    findings: [report('numbering/gap', 8, 10), report('wording/quotes', 0, 2, 'advice')],
  }

  it('adds up precision and recall and lists every difference', () => {
    const score = emptyScore()
    const problems = [
      { start: 10, lead: '学习不深', aspect: '二、' },
      { start: 18, lead: '作风不实' },
    ]
    addDocument(
      score,
      { file: '甲.txt', kind: 'personal', year: 2024, exhaustive: true, problems, measures: [], findings: [] },
      found,
    )
    expect([precision(score.items.problems), recall(score.items.problems)]).toEqual([1, 0.5])
    expect([precision(score.items.measures), recall(score.items.measures)]).toEqual([0, null])
    expect(score.kind.right).toBe(1)
    expect(score.year.missed).toBe(1)
    expect(score.severities).toEqual({
      error: { right: 0, missed: 0, extra: 1 },
      advice: { right: 0, missed: 0, extra: 1 },
    })
    expect(score.differences.map(({ sort, of, start }) => `${sort} ${of} ${start}`)).toEqual([
      'missed problems 18',
      'wrong aspect 10',
      'extra measures 18',
      'wrong year 0',
      'extra numbering/gap error 8',
      'extra wording/quotes advice 0',
    ])
  })

  it('does not hold reports against the engine where the answers are not exhaustive, nor score lists that are missing', () => {
    const score = emptyScore()
    addDocument(score, { file: '乙.txt', findings: [] }, found)
    expect(score.differences).toEqual([])
    expect(score.severities).toEqual({})
  })

  it('prints as a table', () => {
    const score = emptyScore()
    addDocument(score, { file: '丙.txt', problems: [{ start: 10, lead: '学习不深' }] }, found)
    expect(scoreText(score, null)).toMatch(/problems +100\.0% +100\.0% +1 +0 +0/)
  })
})
