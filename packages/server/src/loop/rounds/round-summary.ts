import { opinionEndingNames, type RoundOpinion } from '@duizhao/contract'
import { dateInChinese } from '@duizhao/engine/wording'
import { type OfficialBlock, officialDocument } from '@duizhao/report'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext, Download } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { fileNameOf } from '../../platform/files/index.ts'
import { conflict } from '../../platform/refusal.ts'
import { seenRound } from './found.ts'
import { countsOfOpinions, opinionsPage } from './opinion-queries.ts'
import type { RoundRow } from './round-queries.ts'

/** More than an office reads out; the rest is on the page. */
const MOST = 2_000

/**
 * What was said of the team, by aspect, with what became of it, and how many were asked and answered (征求意见情况汇总).
 * What was said of persons is only counted: it is for them. Conflict before the round is over.
 */
export async function roundSummary(context: ActorContext, roundId: string): Promise<Download> {
  const { db, actor, now } = context
  const round = await seenRound(db, actor, roundId)
  if (round.kind !== 'opinions') throw conflict('评议、测评没有意见汇总。', '请下载结果（Word）。')
  if (round.state !== 'closed') throw conflict('收回意见以后才有汇总。', '请先收回意见。')
  const { typed } = await countsOfOpinions(db, roundId)
  const { items, next } = await opinionsPage(db, { roundId, ofPersonsToo: false }, { limit: MOST })
  const bytes = officialDocument({
    title: '征求意见情况汇总',
    addressee: round.name,
    blocks: [
      { kind: 'heading', level: 1, words: '一、基本情况' },
      { kind: 'paragraph', words: counted(round, typed) },
      groupTable(round),
      { kind: 'heading', level: 1, words: '二、对领导班子的意见' },
      ...opinionBlocks(round.aspects, items),
      ...(next === null ? [] : [{ kind: 'paragraph' as const, words: `以上是前 ${MOST} 条，其余的见系统里的列表。` }]),
    ],
    signature: { unit: round.organisation.name, date: dateInChinese(dateInChina(now)) },
  })
  const name = `${fileNameOf(`${round.name}情况汇总`)}.docx`
  const told = { subject: name, organisationId: round.organisation.id, detail: { opinions: items.length } }
  await transaction(db, (tx) => record(tx, context, { action: 'round.summary', ...told }))
  return { name, bytes }
}

function counted({ groups, answered, openedOn, closedOn }: RoundRow, typed: number): string {
  const invited = groups.reduce((sum, group) => sum + group.invited, 0)
  const when = [openedOn, closedOn].flatMap((day) => (day === null ? [] : [dateInChinese(day)])).join('至')
  const byHand = typed === 0 ? '' : `另代录 ${typed} 条，不算在内。`
  return `${when}，向${groups.length}个群体、${invited}人无记名征求意见，收到${answered ?? 0}份。${byHand}`
}

function groupTable({ groups }: RoundRow): OfficialBlock {
  return {
    kind: 'table',
    columns: [
      { header: '群体', share: 3 },
      { header: '邀请（人）', share: 1 },
      { header: '收到（份）', share: 1 },
    ],
    rows: groups.map(({ name, invited, answered }) => [name, String(invited), String(answered ?? '不单列')]),
  }
}

function opinionBlocks(aspects: readonly string[], opinions: readonly RoundOpinion[]): OfficialBlock[] {
  if (opinions.length === 0) return [{ kind: 'paragraph', words: '没有收到对领导班子的意见。' }]
  return ['', ...aspects].flatMap((aspect): OfficialBlock[] => {
    const of = opinions.filter((opinion) => opinion.aspect === aspect)
    if (of.length === 0) return []
    return [
      { kind: 'heading', level: 2, words: aspect === '' ? '没有分方面的' : aspect },
      {
        kind: 'table',
        columns: [
          { header: '意见', share: 5 },
          { header: '来自', share: 2 },
          { header: '结果', share: 3 },
        ],
        rows: of.map((opinion) => [opinion.text, fromOf(opinion), outcomeOf(opinion)]),
      },
    ]
  })
}

const fromOf = ({ group, isTyped }: RoundOpinion): string => (isTyped ? '代录' : (group ?? '不写明'))

function outcomeOf({ outcome }: RoundOpinion): string {
  if (outcome === null) return '还没有结果'
  const { ending, reason, problem } = outcome
  return problem === null
    ? `${opinionEndingNames[ending]}：${reason}`
    : `${opinionEndingNames[ending]}，${problem.number}号`
}
