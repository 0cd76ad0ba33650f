import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HeldTalk, talkLines, talksOfBranch, talksOfTeam, type TeamMember } from './index.ts'

const member = (personId: string, more: Partial<TeamMember> = {}): TeamMember => ({
  personId,
  isHead: false,
  leadIds: [],
  branchId: null,
  ...more,
})
const none = { headsOfUnits: new Map<string, string[]>(), membersOfBranches: new Map<string, string[]>() }
const told = (talks: readonly { reason: string; personId: string; withAnyOf: readonly string[] }[]): string[] =>
  talks.map(({ reason, personId, withAnyOf }) => `${reason} ${personId}-${withAnyOf.join('/')}`)

describe('the talks of a team', () => {
  it('of five are four of the head and six of the others', () => {
    const members = [member('甲'), member('主', { isHead: true }), member('乙'), member('丙'), member('丁')]
    const talks = told(talksOfTeam({ members, ...none }))
    expect(talks.filter((talk) => talk.startsWith('head_member'))).toEqual([
      'head_member 主-甲',
      'head_member 主-乙',
      'head_member 主-丙',
      'head_member 主-丁',
    ])
    expect(talks.filter((talk) => talk.startsWith('member_member'))).toHaveLength(6)
    expect(talks).toHaveLength(10)
  })

  it('are with the heads of the units each leads: once with who heads two, none with oneself or one of the team', () => {
    const members = [member('甲', { leadIds: ['办公室', '财务科', '水政科', '机关'] }), member('乙')]
    const headsOfUnits = new Map([
      ['办公室', ['主任']],
      ['财务科', ['主任']],
      ['水政科', ['甲']],
      ['机关', ['乙']],
    ])
    expect(told(talksOfTeam({ members, ...none, headsOfUnits }))).toEqual([
      'member_member 甲-乙',
      'member_unit 甲-主任',
    ])
  })

  it('name a unit of which nobody knows who heads it', () => {
    const talks = talksOfTeam({ members: [member('甲', { leadIds: ['办公室', '财务科'] })], ...none })
    expect(talkLines(talks, [], null).map(({ placeId, state }) => [placeId, state])).toEqual([
      ['办公室', 'unknown'],
      ['财务科', 'unknown'],
    ])
  })

  it('are with at least one member of the own branch who is not of the team', () => {
    const members = [member('甲', { branchId: '一支部' }), member('乙')]
    const membersOfBranches = new Map([['一支部', ['甲', '乙', '丙', '丁']]])
    expect(told(talksOfTeam({ members, ...none, membersOfBranches }))).toContain('member_branch 甲-丙/丁')
  })
})

describe('the talks of a branch', () => {
  it('are of the committee each with each, and of every other member one with it and one with another', () => {
    const talks = talksOfBranch({ committee: ['书', '组', '宣'], members: ['书', '组', '宣', '甲', '乙'] })
    expect(told(talks)).toEqual([
      'committee_committee 书-组',
      'committee_committee 书-宣',
      'committee_committee 组-宣',
      'committee_member 甲-书/组/宣',
      'committee_member 乙-书/组/宣',
      'member_peer 甲-乙',
      'member_peer 乙-甲',
    ])
  })

  it('of one member, or with no committee, ask of nobody what cannot be', () => {
    expect(told(talksOfBranch({ committee: ['书'], members: ['书', '甲'] }))).toEqual(['committee_member 甲-书'])
    expect(told(talksOfBranch({ committee: [], members: ['甲'] }))).toEqual([])
  })
})

describe('what became of a talk', () => {
  const required = talksOfTeam({ members: [member('主', { isHead: true }), member('甲'), member('乙')], ...none })
  const state = (held: readonly HeldTalk[], freezeOn: string | null = null): string[] =>
    talkLines(required, held, freezeOn).map((line) => line.state)
  const talk = (onDay: string, ...parties: string[]): HeldTalk => ({ recordId: onDay, onDay, parties })

  it.each<[what: string, held: HeldTalk[], freezeOn: string | null, states: string[]]>([
    ['nothing held', [], null, ['missing', 'missing', 'missing']],
    ['whoever began', [talk('2026-12-01', '甲', '主')], null, ['held', 'missing', 'missing']],
    ['one with two, who did not talk', [talk('2026-12-01', '主', '甲', '乙')], null, ['held', 'held', 'missing']],
    ['on the last day', [talk('2026-12-01', '主', '甲')], '2026-12-01', ['held', 'missing', 'missing']],
    ['a day too late', [talk('2026-12-02', '主', '甲')], '2026-12-01', ['late', 'missing', 'missing']],
    [
      'before and after',
      [talk('2026-12-02', '主', '甲'), talk('2026-11-02', '甲', '主')],
      '2026-12-01',
      ['held', 'missing', 'missing'],
    ],
  ])('%s', (_, held, freezeOn, states) => {
    expect(state(held, freezeOn)).toEqual(states)
  })

  const people = ['主', '甲', '乙', '丙']
  const someTalk = fc
    .record({
      parties: fc.uniqueArray(fc.constantFrom(...people), { minLength: 2, maxLength: 3 }),
      day: fc.integer({ min: 10, max: 28 }),
    })
    .map(({ parties, day }) => ({ recordId: parties.join(' '), onDay: `2026-12-${day}`, parties }))

  it('another talk never takes one away, and a later last day never makes one missing', () => {
    fc.assert(
      fc.property(fc.array(someTalk, { maxLength: 8 }), someTalk, (held, more) => {
        const before = talkLines(required, held, '2026-12-20')
        const after = talkLines(required, [...held, more], '2026-12-20')
        const longer = talkLines(required, held, '2026-12-25')
        for (const [at, line] of before.entries()) {
          if (line.state === 'held') expect([after[at]?.state, longer[at]?.state]).toEqual(['held', 'held'])
          if (line.state === 'late') expect(after[at]?.state).not.toBe('missing')
        }
      }),
    )
  })

  it('every pair of a team is due exactly once, whoever is in it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 9 }),
        fc.nat(8),
        (ids, head) => {
          const members = ids.map((id, at) => member(id, { isHead: at === head }))
          const talks = talksOfTeam({ members, ...none })
          const pairs = new Set(
            talks.map(({ personId, withAnyOf }) => JSON.stringify([personId, ...withAnyOf].toSorted())),
          )
          expect(talks).toHaveLength((ids.length * (ids.length - 1)) / 2)
          expect(pairs.size).toBe(talks.length)
          const ofHead = talks.filter(({ reason }) => reason === 'head_member')
          expect(ofHead).toHaveLength(head < ids.length ? ids.length - 1 : 0)
        },
      ),
    )
  })
})
