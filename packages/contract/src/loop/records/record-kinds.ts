import { type RecordKind, type RecordNumber, recordKindNames, recordKinds } from '@duizhao/engine/duties'

export {
  type RecordKind,
  recordKindNames,
  recordKinds,
  type RecordNumber,
  recordNumberNames,
  recordNumbers,
  recordSubjects,
} from '@duizhao/engine/duties'

/** Who was due to come (应到), by the posts of the day: team 班子, committee 支委会, members everybody of the body. */
export type RecordExpected = 'team' | 'committee' | 'members' | 'none'

/**
 * Who sees what: body — who reads the body's records; parties — the two who talked; counts — numbers without names.
 */
export const recordVisibilities = ['body', 'parties', 'counts'] as const
export type RecordVisibility = (typeof recordVisibilities)[number]

/** What a form asks besides what was done, on which day and under which name. */
export const recordFields = [
  'place',
  'host',
  'hours',
  'topics',
  'attendance',
  'talkedTo',
  'numbers',
  'outcome',
  'note',
] as const
export type RecordField = (typeof recordFields)[number]

/** What every form asks: what was done (with its subject), on which day, and what it is called. */
export const RECORD_FIELDS_OF_ALL = 3

interface RecordKindFacts {
  readonly fields: readonly RecordField[]
  readonly numbers: readonly RecordNumber[]
  readonly expected: RecordExpected
  readonly visibility: RecordVisibility
  /** What the one person is called who holds or does it. */
  readonly host: string
  /** It is done by that person, not by the body. */
  readonly isPersonal: boolean
  /** It counts as study. */
  readonly isStudy: boolean
}

const meeting = {
  fields: ['place', 'host', 'topics', 'attendance', 'outcome'],
  numbers: [],
  expected: 'members',
  visibility: 'body',
  host: '主持人',
  isPersonal: false,
  isStudy: false,
} as const satisfies RecordKindFacts
const ofTeam = { ...meeting, expected: 'team' } as const
const study = {
  ...meeting,
  fields: ['place', 'host', 'hours', 'topics', 'attendance', 'outcome'],
  isStudy: true,
} as const satisfies RecordKindFacts
const work = { ...meeting, expected: 'none', fields: ['place', 'host', 'topics', 'outcome'] } as const
const counted = { ...work, fields: ['place', 'host', 'topics', 'numbers', 'outcome'] } as const
const written = {
  ...counted,
  fields: ['host', 'topics', 'numbers', 'outcome'],
  numbers: ['items'],
  host: '作者',
  isPersonal: true,
} as const
const paper = { ...work, fields: ['host', 'topics', 'numbers', 'outcome'], numbers: ['items'], host: '负责人' } as const
const justCounted = { ...meeting, fields: ['numbers'], expected: 'none', visibility: 'counts' } as const

/** What each kind asks for, and who sees it: the one form, the rules at writing and the reader of files follow this. */
export const recordKindFacts: Readonly<Record<RecordKind, RecordKindFacts>> = {
  study,
  core_group: { ...study, expected: 'team' },
  forum: study,
  first_topic: { ...study, expected: 'team' },
  party_lecture: {
    ...study,
    fields: ['place', 'host', 'hours', 'topics', 'attendance', 'numbers'],
    numbers: ['audience'],
    host: '讲课人',
    isPersonal: true,
  },
  talk: {
    ...meeting,
    fields: ['place', 'host', 'topics', 'talkedTo', 'note'],
    expected: 'none',
    visibility: 'parties',
    host: '谈话人',
    isPersonal: true,
  },
  branch_meeting: meeting,
  committee_meeting: { ...meeting, expected: 'committee' },
  cell_meeting: meeting,
  theme_day: meeting,
  life_meeting: meeting,
  appraisal: {
    ...meeting,
    fields: ['place', 'host', 'attendance', 'numbers', 'outcome'],
    numbers: ['entered', 'base'],
  },
  analysis: ofTeam,
  deployment: ofTeam,
  warning_education: study,
  outreach: { ...counted, numbers: ['audience', 'base'], host: '宣讲人' },
  research_report: written,
  article: written,
  test: { ...justCounted, numbers: ['base', 'entered', 'passed'] },
  training: { ...counted, fields: ['place', 'host', 'hours', 'topics', 'numbers'], numbers: ['entered', 'base'] },
  drill: { ...counted, numbers: ['entered'] },
  risk_review: { ...counted, numbers: ['items'] },
  inspection_visit: { ...counted, numbers: ['items'], host: '带队人' },
  decision: ofTeam,
  system_meeting: { ...counted, numbers: ['audience'] },
  guidance: { ...counted, numbers: ['items'], host: '带队人' },
  report_up: { ...paper, fields: ['host', 'topics', 'outcome'], numbers: [] },
  responsibility_list: paper,
  work_points: { ...paper, fields: ['host', 'outcome'], numbers: [] },
  holiday_notice: { ...paper, fields: ['topics', 'numbers'], numbers: ['audience'] },
  event: { ...counted, numbers: ['entered', 'base'] },
  dues: { ...justCounted, numbers: ['due', 'paid', 'paidLate'] },
  // What was done for whom, by whom, and what they were told of it (结果反馈).
  deed: { ...counted, numbers: ['items', 'audience'], host: '责任人' },
  // Numbers of a month, never a name or a case: 四种形态, punishments, whom one was held to account.
  discipline_count: {
    ...justCounted,
    numbers: [
      'form1',
      'form2',
      'form3',
      'form4',
      'partyPunished',
      'officePunished',
      'admonished',
      'answerableBodies',
      'answerablePeople',
      'recovered',
    ],
  },
}

/** What kinds taken together ask for: one record may be several at once. */
export interface RecordAsked {
  readonly fields: ReadonlySet<RecordField>
  readonly numbers: readonly RecordNumber[]
  readonly expected: RecordExpected
  readonly visibility: RecordVisibility
  readonly host: string
}

/** What a record of these kinds has; of those due to come the widest circle counts. */
export function askedOf(kinds: readonly RecordKind[]): RecordAsked {
  const facts = recordKinds.filter((kind) => kinds.includes(kind)).map((kind) => recordKindFacts[kind])
  const circles: readonly RecordExpected[] = ['members', 'team', 'committee']
  return {
    fields: new Set(facts.flatMap(({ fields }) => fields)),
    numbers: [...new Set(facts.flatMap(({ numbers }) => numbers))],
    expected: circles.find((circle) => facts.some(({ expected }) => expected === circle)) ?? 'none',
    visibility: facts[0]?.visibility ?? 'body',
    host: facts.find(({ isPersonal }) => isPersonal)?.host ?? facts[0]?.host ?? meeting.host,
  }
}

/** The kinds in words, in their order: 党员大会、集中学习. */
export function kindsInWords(kinds: readonly RecordKind[]): string {
  return kinds.map((kind) => recordKindNames[kind]).join('、')
}

/** The kinds that count as study. */
export const studyKinds: readonly RecordKind[] = recordKinds.filter((kind) => recordKindFacts[kind].isStudy)

/** Numbers of which the first together are at most the second. */
export const numberBounds: readonly (readonly [parts: readonly RecordNumber[], whole: RecordNumber])[] = [
  [['audience'], 'base'],
  [['entered'], 'base'],
  [['passed'], 'entered'],
  [['paid', 'paidLate'], 'due'],
]
