import { kindsInWords, recordKindNames, studyKinds, type WorkRecord } from '@duizhao/contract'
import { dateInChinese } from '@duizhao/engine/wording'
import { type OfficialBlock, officialDocument } from '@duizhao/report'
import { record } from '../../../platform/audit/index.ts'
import { dateInChina } from '../../../platform/calendar/index.ts'
import type { ActorContext, Download } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/transaction.ts'
import { fileNameOf } from '../../../platform/files/index.ts'
import { studiesAmong, type Totals, totalsOf } from './record-rows.ts'
import { shownRecords } from './shown-records.ts'

interface Days {
  readonly from: string
  readonly to: string
}

/** What a body studied between two days, as an official document: every number in it is counted, the rows add up to it. */
export async function studyReport(context: ActorContext, organisationId: string, days: Days): Promise<Download> {
  const { body, records } = await shownRecords(context, organisationId, days)
  const studies = studiesAmong(records)
  const totals = totalsOf(studies)
  const title = `关于${body.name}学习情况的报告`
  const bytes = officialDocument({
    title,
    blocks: [
      { kind: 'heading', level: 1, words: '一、总体情况' },
      { kind: 'paragraph', words: overview(studies, totals, days) },
      ...(studies.length === 0 ? [] : [...sessions(studies, totals), ...texts(studies)]),
    ],
    signature: { unit: body.name, date: dateInChinese(dateInChina(context.now)) },
  })
  const name = `${fileNameOf(`${title}〔${dateInChinese(days.from)}至${dateInChinese(days.to)}〕`)}.docx`
  await transaction(context.db, (tx) =>
    record(tx, context, { action: 'record.studyReport', subject: name, organisationId }),
  )
  return { name, bytes }
}

function overview(
  studies: readonly WorkRecord[],
  { records, hours, texts: count, ...came }: Totals,
  days: Days,
): string {
  const period = `${dateInChinese(days.from)}至${dateInChinese(days.to)}`
  if (records === 0) return `${period}，没有学习的记录。`
  const kinds = studyKinds.flatMap((kind) => {
    const times = studies.filter((study) => study.kinds.includes(kind)).length
    return times === 0 ? [] : [`${recordKindNames[kind]}${times}次`]
  })
  const { expected, present } = came
  const attended =
    expected === 0 ? '' : `应到${expected}人次，实到${present}人次，到会率${((present / expected) * 100).toFixed(1)}%。`
  const studied = count === 0 ? '' : `学习内容${count}项。`
  return `${period}，组织学习${records}次，其中${kinds.join('、')}（一次兼几种的，各算一次）。合计${hours}学时。${studied}${attended}`
}

function sessions(studies: readonly WorkRecord[], totals: Totals): OfficialBlock[] {
  const row = (cells: readonly (string | number | null | undefined)[]): string[] =>
    cells.map((cell) => (cell == null ? '' : String(cell)))
  return [
    { kind: 'heading', level: 1, words: '二、学习清单' },
    {
      kind: 'table',
      columns: [
        { header: '序号', share: 8 },
        { header: '日期', share: 20 },
        { header: '名称', share: 28 },
        { header: '种类', share: 16 },
        { header: '学时', share: 9 },
        { header: '应到', share: 9 },
        { header: '实到', share: 10 },
      ],
      rows: [
        ...studies.map(({ onDay, name, kinds, hours, attendance }, at) =>
          row([
            at + 1,
            dateInChinese(onDay),
            name,
            kindsInWords(kinds),
            hours,
            attendance?.expected,
            attendance?.present,
          ]),
        ),
        row(['', '合计', `${totals.records}次`, '', totals.hours, totals.expected, totals.present]),
      ],
    },
  ]
}

/** What was studied, by the day; nothing where the asking account does not see it. */
function texts(studies: readonly WorkRecord[]): OfficialBlock[] {
  const lines = studies.flatMap(({ onDay, topics }) => topics.map(({ text }) => `${dateInChinese(onDay)}：${text}`))
  if (lines.length === 0) return []
  return [
    { kind: 'heading', level: 1, words: '三、学习内容' },
    ...lines.map((words, at): OfficialBlock => ({ kind: 'paragraph', words: `${at + 1}．${words}` })),
  ]
}
