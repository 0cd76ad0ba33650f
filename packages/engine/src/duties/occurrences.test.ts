import { describe, expect, it } from 'vitest'
import { type Duty, type DutyFacts, isCredited, occurrences } from './index.ts'
import { facts, meeting, monthly } from './testing/facts.ts'

/** Each time of 2026 as `period state`. */
function year(duty: Partial<Duty>, known: Partial<DutyFacts> = {}): string[] {
  const { occurrences: all } = occurrences({ ...monthly, ...duty }, { ...facts, ...known }, 2026)
  return all.map(({ period, state }) => `${period} ${state}`)
}

describe('what is owed in a year', () => {
  it('is each month, met by a record of it, missing once it is over, pending until then', () => {
    const records = [meeting('2026-01-31'), meeting('2026-03-01'), meeting('2026-03-02')]
    expect(year({}, { records }).slice(0, 3)).toEqual(['2026-01 met', '2026-02 missing', '2026-03 met'])
    expect(year({}, { records }).slice(-3)).toEqual(['2026-10 missing', '2026-11 pending', '2026-12 pending'])
  })

  it('is each quarter, half-year and year', () => {
    expect(year({ per: 'quarter' })).toEqual([
      '2026-Q1 missing',
      '2026-Q2 missing',
      '2026-Q3 missing',
      '2026-Q4 pending',
    ])
    expect(year({ per: 'half' })).toEqual(['2026-H1 missing', '2026-H2 pending'])
    expect(year({ per: 'year' }, { records: [meeting('2026-07-01')] })).toEqual(['2026 met'])
  })

  it('is each of 53 weeks, the first of which began in the year before', () => {
    const records = [meeting('2025-12-29'), meeting('2027-01-03', { id: 'last' })]
    const weeks = year({ per: 'week' }, { records, today: '2027-02-01' })
    expect([weeks.length, weeks[0], weeks[1], weeks.at(-1)]).toEqual([
      53,
      '2026-W01 met',
      '2026-W02 missing',
      '2026-W53 met',
    ])
  })

  it('counts what a leap year has one day more of', () => {
    const leap = occurrences(monthly, { ...facts, records: [meeting('2024-02-29')] }, 2024)
    expect(leap.occurrences[1]).toMatchObject({ period: '2024-02', to: '2024-02-29', state: 'met' })
  })

  it('is the reminder before each holiday, one serving two close together', () => {
    const records = [meeting('2025-12-20'), meeting('2026-09-22')]
    expect(year({ per: 'holiday' }, { records })).toEqual(['2026-元旦 met', '2026-中秋 met', '2026-国庆 met'])
    expect(year({ per: 'holiday' })).toEqual(['2026-元旦 missing', '2026-中秋 missing', '2026-国庆 missing'])
  })

  it('is a training for each post that began, shortly before it too', () => {
    const changes = [
      { postId: 'one', on: '2026-03-01' },
      { postId: 'two', on: '2026-06-01' },
      { postId: 'new', on: '2026-11-20' },
    ]
    const records = [meeting('2026-02-20')]
    expect(year({ per: 'post_change' }, { changes, records })).toEqual(['one met', 'two missing', 'new pending'])
  })

  it('is once between two days, in every year it touches', () => {
    const once = { per: 'once', from: '2025-05-01', to: '2026-06-30' } as const
    expect(year(once)).toEqual(['once missing'])
    expect(year(once, { today: '2026-06-30' })).toEqual(['once pending'])
    expect(year({ ...once, from: '2024-05-01', to: '2024-06-30' })).toEqual([])
    expect(year({ ...once, from: '2026-03-01', to: null }, { records: [meeting('2026-12-31')] })).toEqual(['once met'])
  })

  it('leaves out a period of which less than half lies within the duty or the post', () => {
    expect(year({ per: 'half', from: '2026-04-02' })).toEqual(['2026-H2 pending'])
    expect(year({ per: 'half', from: '2026-04-01' })).toEqual(['2026-H1 missing', '2026-H2 pending'])
    expect(year({ per: 'quarter', to: '2026-05-10' })).toEqual(['2026-Q1 missing'])
    expect(year({ per: 'quarter' }, { held: [{ from: '2026-05-20', to: '2026-09-01' }] })).toEqual(['2026-Q3 missing'])
  })

  it('joins the posts of one person: two that share a period make it owed', () => {
    const held = [
      { from: '2026-01-01', to: '2026-02-01' },
      { from: '2026-01-15', to: '2026-02-20' },
    ]
    expect(year({ per: 'quarter' }, { held })).toEqual(['2026-Q1 missing'])
    expect(year({ per: 'quarter' }, { held: [] })).toEqual([])
  })

  it('is in time within the workdays of grace, late after them, and counts in the period it makes up for', () => {
    const made = (onDay: string) => year({ dueWorkdays: 3 }, { records: [meeting(onDay, { makesUpOn: '2026-01-31' })] })
    expect(made('2026-02-04').slice(0, 2)).toEqual(['2026-01 met', '2026-02 missing'])
    expect(made('2026-02-05').slice(0, 2)).toEqual(['2026-01 late', '2026-02 missing'])
    expect(year({ dueWorkdays: 3 }, { today: '2026-11-04' }).slice(9, 11)).toEqual([
      '2026-10 pending',
      '2026-11 pending',
    ])
  })

  it('sums hours', () => {
    const records = [
      meeting('2026-01-05', { hours: 1.1 }),
      meeting('2026-01-06', { hours: 2.2 }),
      meeting('2026-01-07'),
    ]
    const [hours] = occurrences({ ...monthly, unit: 'hours', amount: 3 }, { ...facts, records }, 2026).occurrences
    expect(hours).toMatchObject({ done: 3.3, needed: 3, state: 'met' })
  })

  it.each([
    ['two hours twice', [2, 2], 'met', 4 / 3],
    ['a whole morning', [3], 'met', 1],
    ['an hour and a half twice', [1.5, 1.5], 'met', 1],
    ['ten times eighteen minutes', Array.from({ length: 10 }, () => 0.3), 'met', 1],
    ['what does not say how long it was', [null], 'met', 1],
    ['one hour', [1], 'missing', 1 / 3],
    ['a little less than three hours', [1.5, 1.4], 'missing', 29 / 30],
    ['nothing', [], 'missing', 0],
  ] as const)('half a day a week is three hours of its records together: %s', (_, hours, state, done) => {
    const weekly = { ...monthly, per: 'week', unit: 'half_days' } as const
    const records = hours.map((each, no) => ({ ...meeting(`2026-03-0${2 + (no % 5)}`, { hours: each }), id: `${no}` }))
    const weeks = occurrences(weekly, { ...facts, records }, 2026).occurrences
    expect(weeks.find(({ period }) => period === '2026-W10')).toMatchObject({ state, done, needed: 1 })
    expect(weeks.find(({ period }) => period === '2026-W11')?.state).toBe('missing')
  })

  it('wants the right kind and, where it names one, the subject', () => {
    const records = [meeting('2026-01-05', { kinds: ['study', 'committee_meeting'], subjects: ['安全生产'] })]
    expect(year({}, { records })[0]).toBe('2026-01 met')
    expect(year({ subject: '意识形态' }, { records })[0]).toBe('2026-01 missing')
    expect(year({ kinds: ['dues'] }, { records })[0]).toBe('2026-01 missing')
  })

  it('is waived or does not apply, unless it was done all the same', () => {
    const waivers = [
      { period: '2026-01', state: 'waived' },
      { period: '2026-02', state: 'not_applicable' },
      { period: '2026-03', state: 'waived' },
    ] as const
    const records = [meeting('2026-03-03')]
    expect(year({}, { waivers, records }).slice(0, 3)).toEqual([
      '2026-01 waived',
      '2026-02 not_applicable',
      '2026-03 met',
    ])
  })

  it('is not known before the body kept records, nor where the ground is unverified', () => {
    expect(year({ per: 'quarter' }, { keepsFrom: '2026-06-01' })).toEqual([
      '2026-Q1 unknown',
      '2026-Q2 unknown',
      '2026-Q3 missing',
      '2026-Q4 pending',
    ])
    expect(new Set(year({}, { keepsFrom: null }).map((each) => each.slice(8)))).toEqual(new Set(['unknown']))
    expect(year({ per: 'half', known: 'unverified' })).toEqual(['2026-H1 unknown', '2026-H2 pending'])
  })

  it('names the records beside it', () => {
    const known = { ...facts, records: [meeting('2026-01-05'), meeting('2026-08-05')] }
    expect(occurrences({ ...monthly, from: '2026-07-01' }, known, 2026).beside).toEqual(['2026-01-05'])
  })
})

describe('whose doing a record is', () => {
  const nobody = { isHost: false, isParty: false, wasThere: false }

  it.each([
    ['party_lecture', { ...nobody, wasThere: true }, false],
    ['party_lecture', { ...nobody, isHost: true }, true],
    ['talk', { ...nobody, isParty: true }, true],
    ['talk', { ...nobody, wasThere: true }, false],
    ['study', { ...nobody, wasThere: true }, true],
    ['study', { ...nobody, isParty: true }, false],
  ] as const)('%s %o: %s', (kind, part, credited) => {
    expect(isCredited([kind], part)).toBe(credited)
  })
})
