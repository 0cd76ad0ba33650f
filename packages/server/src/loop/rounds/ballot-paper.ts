import {
  type Ballot,
  ballotGradeNames,
  ballotGrades,
  type BallotKind,
  gradesInWords,
  isBallot,
  majorityGrade,
  roundKindNames,
  votesCast,
} from '@duizhao/contract'
import { dateInChinese } from '@duizhao/engine/wording'
import { type OfficialBlock, officialDocument } from '@duizhao/report'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext, Download } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { fileNameOf } from '../../platform/files/index.ts'
import { conflict } from '../../platform/refusal.ts'
import { seenRound } from './found.ts'
import { ballotOf } from './judge-ballot.ts'
import type { RoundRow } from './round-queries.ts'

/**
 * The votes and grades of a round as a paper (评议结果): how many were entitled and voted, each one's votes in the order of
 * the ballot, and how many are called what. Conflict before the round is over, and where too few voted to count.
 */
export async function ballotPaper(context: ActorContext, roundId: string): Promise<Download> {
  const { db, actor, now } = context
  const round = await seenRound(db, actor, roundId)
  const ballot = await ballotOf(db, round)
  if (!isBallot(round.kind) || !ballot || ballot.rows.length === 0)
    throw conflict('还没有评议、测评的结果。', '请先收回；收到的票太少的，没有结果。')
  const title = `${roundKindNames[round.kind]}结果`
  const bytes = officialDocument({
    title,
    addressee: round.name,
    blocks: [
      { kind: 'heading', level: 1, words: '一、基本情况' },
      { kind: 'paragraph', words: turnout(round, ballot) },
      { kind: 'heading', level: 1, words: '二、得票情况' },
      voteTable(round, round.kind, ballot),
      ...decisionBlocks(round, ballot),
    ],
    signature: { unit: round.organisation.name, date: dateInChinese(dateInChina(now)) },
  })
  const name = `${fileNameOf(`${round.name}结果`)}.docx`
  await transaction(db, (tx) =>
    record(tx, context, { action: 'round.ballotPaper', subject: name, organisationId: round.organisation.id }),
  )
  return { name, bytes }
}

function turnout({ kind, groups, answered, closedOn }: RoundRow, { base, isTyped }: Ballot): string {
  const invited = groups.reduce((sum, group) => sum + group.invited, 0)
  const day = closedOn === null ? '' : `${dateInChinese(closedOn)}，`
  const members = kind === 'appraisal' && base !== null ? `共有正式党员${base}人，` : ''
  const how = isTyped ? '纸质票，人工计票。' : '凭抽取的纸条无记名填写。'
  return `${day}${members}发出${invited}张，收回${answered ?? 0}张。${how}`
}

function voteTable({ answered }: RoundRow, kind: BallotKind, { rows, base }: Ballot): OfficialBlock {
  const names = ballotGradeNames[kind]
  const isAppraisal = kind === 'appraisal'
  return {
    kind: 'table',
    columns: [
      { header: '对象', share: 3 },
      ...ballotGrades.map((grade) => ({ header: names[grade], share: 2 })),
      { header: '没有填', share: 2 },
      { header: '过半的等次', share: 3 },
      ...(isAppraisal ? [{ header: '评定等次', share: 3 }] : []),
    ],
    rows: rows.map(({ about, votes, grade }) => {
      const most = base === null ? null : majorityGrade(votes, base)
      return [
        about?.name ?? '领导班子',
        ...ballotGrades.map((each) => String(votes[each])),
        String((answered ?? 0) - votesCast(votes)),
        most === null ? '没有' : names[most],
        ...(isAppraisal ? [grade === null ? '' : names[grade]] : []),
      ]
    }),
  }
}

/** How many are called what, in the words in which papers of a meeting say it, so that they are read back from it. */
function decisionBlocks({ kind }: RoundRow, { rows, base, share }: Ballot): OfficialBlock[] {
  if (kind !== 'appraisal' || base === null || rows.some(({ grade }) => grade === null)) return []
  return [
    { kind: 'heading', level: 1, words: '三、评定等次' },
    { kind: 'paragraph', words: `党员总数${base}人，参加评议${rows.length}人，其中${gradesInWords(rows)}。` },
    ...(share?.state === 'missing' ? [{ kind: 'paragraph' as const, words: `${share.words}。` }] : []),
  ]
}
