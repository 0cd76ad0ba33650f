import { complianceStates } from '@duizhao/engine/compliance'
import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { wholeNumber } from '../../platform/number.ts'

/** What a round asks for: opinions in words, grades of party members, grades of a team. */
export const roundKinds = ['opinions', 'appraisal', 'assessment'] as const
export type RoundKind = (typeof roundKinds)[number]
export const roundKindNames: Readonly<Record<RoundKind, string>> = {
  opinions: '征求意见',
  appraisal: '民主评议党员',
  assessment: '民主测评',
}

/** The kinds that are voted on. */
export type BallotKind = Exclude<RoundKind, 'opinions'>

export function isBallot(kind: RoundKind): kind is BallotKind {
  return kind !== 'opinions'
}

/** The four grades, the best first. */
export const ballotGrades = ['excellent', 'qualified', 'basic', 'unqualified'] as const
export type BallotGrade = (typeof ballotGrades)[number]

/** What they are called: of party members by the rules of 民主评议, of a team as offices use to. */
export const ballotGradeNames: Readonly<Record<BallotKind, Readonly<Record<BallotGrade, string>>>> = {
  appraisal: { excellent: '优秀', qualified: '合格', basic: '基本合格', unqualified: '不合格' },
  assessment: { excellent: '好', qualified: '较好', basic: '一般', unqualified: '差' },
}

/** As many as fit on a ballot that is sealed to one length. */
export const MOST_APPRAISED = 150

const aboutId = z.uuid().nullable().describe('对谁；领导班子为空')

/** One line of a ballot; whom it leaves out gets no vote of it. */
export const BallotChoice = z.object({ aboutId, grade: z.enum(ballotGrades, '请选等次') })
export type BallotChoice = z.infer<typeof BallotChoice>

const votes = wholeNumber(0, 5_000)
export const Votes = z.object({ excellent: votes, qualified: votes, basic: votes, unqualified: votes })
export type Votes = z.infer<typeof Votes>

/** How many gave a grade at all. */
export function votesCast(given: Votes): number {
  return ballotGrades.reduce((sum, grade) => sum + given[grade], 0)
}

/** The grade that more than half of the base gave; null where none did. Who did not come counts as everybody else. */
export function majorityGrade(given: Votes, base: number): BallotGrade | null {
  return ballotGrades.find((grade) => given[grade] * 2 > base) ?? null
}

/** The votes of one, as they were counted by hand. */
export const CountedVotes = z.object({ aboutId, votes: Votes })

/** What of those who are graded one is to be called, after the vote. */
export const DecidedGrade = z.object({ personId: z.uuid(), grade: z.enum(ballotGrades, '请选等次') })
export type DecidedGrade = z.infer<typeof DecidedGrade>

const Named = z.object({ id: z.uuid(), name: z.string() })

export const BallotRow = z.object({
  about: Named.nullable().describe('对谁；领导班子为空'),
  votes: Votes,
  grade: z.enum(ballotGrades).nullable().describe('评定的等次；还没有评定的、不评定的为空'),
})
export type BallotRow = z.infer<typeof BallotRow>

/** How many are called what: 优秀2人，合格9人，基本合格1人，不合格0人. */
export function gradesInWords(rows: readonly Pick<BallotRow, 'grade'>[]): string {
  return ballotGrades
    .map((grade) => `${ballotGradeNames.appraisal[grade]}${rows.filter((row) => row.grade === grade).length}人`)
    .join('，')
}

/** The votes of a round, and what the rules say of the grades; before it is over there are none. */
export const Ballot = z.object({
  base: z.int().nullable().describe('比例以多少人为准：正式党员，或邀请的人；还没有开始的为空'),
  isTyped: z.boolean().describe('纸质票，手工计票后录入'),
  rows: z.array(BallotRow),
  share: z
    .object({ state: z.enum(complianceStates), words: z.string() })
    .nullable()
    .describe('优秀的比例超没超；还没有评定的、不评定的为空'),
})
export type Ballot = z.infer<typeof Ballot>

/** The votes of the one who asks. */
export const OwnBallot = BallotRow.pick({ votes: true, grade: true }).extend({
  round: z.object({ id: z.uuid(), name: z.string(), kind: z.enum(roundKinds), organisation: z.string() }),
  answered: z.int().describe('收到几张票'),
  closedOn: CalendarDate,
})
export type OwnBallot = z.infer<typeof OwnBallot>
