import { talkColumns, talksInOrder } from '@duizhao/contract'
import { talkStateNames, talkStates } from '@duizhao/engine/duties'
import { dateInChinese } from '@duizhao/engine/wording'
import { writeXlsx } from '@duizhao/report'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext, Download } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { fileNameOf } from '../../platform/files/index.ts'
import { type AskedTalks, readTalkMatrix } from './read-talk-matrix.ts'

const WIDTHS = [12, 44, 26, 12, 34]

/** What the page of a body's talks shows to the actor, as a workbook. */
export async function exportTalkMatrix(
  context: ActorContext,
  organisationId: string,
  asked: AskedTalks,
): Promise<Download> {
  const { organisation, isWhole, counts, lines } = await readTalkMatrix(context, organisationId, asked)
  const period = `${dateInChinese(asked.from)}至${dateInChinese(asked.to)}`
  const bytes = writeXlsx([
    {
      name: '谈心谈话',
      title: `${organisation.name}谈心谈话情况`,
      above: [
        `${period}：${talkStates.map((state) => `${talkStateNames[state]} ${counts[state]}`).join('，')}`,
        ...(isWhole ? [] : ['这里只列出本人的']),
      ],
      columns: talkColumns.map(({ header }, at) => ({ header, width: WIDTHS[at] ?? 20 })),
      rows: talksInOrder(lines).map((line) => talkColumns.map(({ words }) => words(line))),
    },
  ])
  const name = `${fileNameOf(`${organisation.name}谈心谈话〔${period}〕`)}.xlsx`
  const detail = { lines: lines.length }
  await transaction(context.db, (tx) =>
    record(tx, context, { action: 'talk.exportMatrix', subject: name, organisationId, detail }),
  )
  return { name, bytes }
}
