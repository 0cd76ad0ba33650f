import { describe, expect, it } from 'vitest'
import { talksOfTeam } from '../duties/pairs.ts'
import { compliance } from './compliance.ts'
import { allOf, type ComplianceFacts, nothingKnown } from './facts.ts'
import { complianceTemplates } from './templates.ts'

/** What a service points with. */
interface Row {
  readonly table: string
  readonly id: number
}
const row = (table: string, id: number): Row => ({ table, id })

const team = ['h', 'm', 'n'].map((personId) => ({ personId, isHead: personId === 'h', leadIds: [], branchId: null }))
const none = { headsOfUnits: new Map<string, string[]>(), membersOfBranches: new Map<string, string[]>() }
const talk = (id: number, by: string, other: string) => ({
  by,
  with: [other],
  day: '2026-01-06',
  from: null,
  to: null,
  where: row('record', id),
})

/** A meeting of a team of three, as rows tell it: planned for 16 January 2026. */
const planned: ComplianceFacts<Row> = {
  ...nothingKnown,
  day: '2026-01-16',
  window: { from: '2025-12-20', to: '2026-02-10' },
  isWorkday: (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
  names: new Map([
    ['h', '孔令仪'],
    ['m', '贺知秋'],
    ['n', '卫长风'],
  ]),
  members: ['h', 'm', 'n'],
  head: 'h',
  requiredTalks: talksOfTeam({ members: team, ...none }),
  papers: allOf([{ kind: 'plan', day: '2025-12-30', where: row('paper', 1) }]),
  rivals: [],
  studies: allOf([{ day: '2026-01-05', topics: [], where: row('record', 2) }]),
  channels: allOf(['座谈会']),
  talks: allOf([talk(3, 'h', 'm')]),
  materials: allOf([{ ownerId: 'h', isApproved: true, approvedOn: '2026-01-09', where: row('paper', 4) }]),
  absences: allOf([]),
  isPriorReported: false,
  opinions: [],
  problems: [],
  priorProblems: [],
  reports: allOf([]),
  reportedItems: allOf([]),
}
const template = {
  ...complianceTemplates.democratic_life,
  known: 'regulation' as const,
  leads: [{ paper: 'plan', name: '会议方案', days: 10, unit: 'workday' } as const],
  papers: ['plan', 'minutes'] as const,
}

/** What is in one of some states, as rule: sentence, day, people. */
function told(facts: ComplianceFacts<Row>, ...states: readonly string[]): string[] {
  return compliance(facts, template)
    .filter(({ state }) => states.includes(state))
    .map(({ rule, message, due, who }) => [`${rule}：${message ?? ''}`, due ?? '', who.join('')].join(' ').trim())
}

describe('one meeting', () => {
  it('has nothing missing while it is prepared, but what is still to do with its day', () => {
    const facts = { ...planned, asOf: '2026-01-10' }
    expect(told(facts, 'missing', 'late')).toEqual([])
    expect(told(facts, 'pending')).toEqual([
      'completeness/few-channels：只用座谈会征求了意见，要求不少于2种办法 2026-01-16',
      'completeness/missing-head-talk：没有孔令仪与卫长风谈心谈话的记录，请核实是否谈过并补上 2026-01-16 hn',
      'completeness/missing-talk：没有贺知秋与卫长风谈心谈话的记录（班子成员之间），请核实是否谈过并补上 2026-01-16 m',
      'completeness/missing-material：没有贺知秋的个人对照检查材料，请补上 2026-01-16 m',
      'completeness/missing-material：没有卫长风的个人对照检查材料，请补上 2026-01-16 n',
      'procedure/prior-unreported：没有上次整改情况的通报，请先定下要通报的数 2026-01-16',
      'procedure/late-report：没有情况报告，应当在2026年1月31日前上报（会后15日内） 2026-01-31',
      'completeness/missing-document：没有找到会议记录，请补齐或核对文件 2026-01-31',
    ])
  })

  it('misses the day after what was not done before, and blocks where that matters', () => {
    const lines = compliance({ ...planned, asOf: '2026-01-17' }, template)
    expect(lines.filter(({ state }) => state === 'missing').map(({ rule }) => rule)).toEqual([
      'completeness/few-channels',
      'completeness/missing-head-talk',
      'completeness/missing-talk',
      'completeness/missing-material',
      'completeness/missing-material',
      'procedure/prior-unreported',
    ])
    expect(lines.filter(({ state, isBlock }) => state === 'missing' && isBlock).map(({ rule }) => rule)).toEqual([
      'procedure/prior-unreported',
    ])
  })

  it('moves every day with the day it is planned for', () => {
    const later = { ...planned, asOf: '2026-01-17', day: '2026-01-30' }
    expect(told(later, 'missing', 'late')).toEqual([])
    expect(compliance(later, template).find(({ rule }) => rule === 'procedure/short-notice')).toMatchObject({
      state: 'met',
      due: '2026-01-16',
      places: [row('paper', 1)],
    })
  })
})
