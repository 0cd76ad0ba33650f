import {
  type Answer,
  type endpoints,
  institutionChangeNames,
  institutionStateNames,
  lookResultNames,
  type Received,
} from '@duizhao/contract'
import { dateInChinese } from '@duizhao/engine/wording'
import { officialDocument, writeXlsx } from '@duizhao/report'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext, Download } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { fileNameOf } from '../../platform/files/index.ts'
import { invalid } from '../../platform/refusal.ts'
import { type InstitutionRow, institutionsPage } from './institution-queries.ts'
import { institutionShown } from './read-institution.ts'

type Asked = Received<typeof endpoints.exportInstitutions>['query']

/** The institutions of an organisation as they are on a day. */
export async function listInstitutions(
  { db, actor, now }: ActorContext,
  organisationId: string,
  { only, on, below, ...paging }: Received<typeof endpoints.listInstitutions>['query'],
): Promise<Answer<typeof endpoints.listInstitutions>> {
  const organisation = await permittedOrganisation(db, actor, 'paper.read', organisationId)
  const asked = { organisation, only, below, day: on ?? dateInChina(now) }
  const { items, next } = await institutionsPage(db, asked, paging)
  return { items: items.map(institutionShown), next }
}

const columns: readonly {
  readonly header: string
  readonly width: number
  readonly cell: (row: InstitutionRow) => string
}[] = [
  { header: '名称', width: 40, cell: ({ title }) => title },
  { header: '文号', width: 20, cell: ({ number }) => number },
  { header: '单位', width: 20, cell: ({ organisation }) => organisation.name },
  { header: '制定、修订', width: 10, cell: ({ change }) => institutionChangeNames[change] },
  { header: '施行日期', width: 15, cell: ({ effectiveOn }) => dateInChinese(effectiveOn) },
  { header: '取代', width: 30, cell: ({ replaces }) => replaces?.title ?? '' },
  { header: '状态', width: 10, cell: ({ state }) => institutionStateNames[state] },
  { header: '废止日期', width: 15, cell: ({ repealedOn }) => (repealedOn === null ? '' : dateInChinese(repealedOn)) },
  { header: '废止依据', width: 30, cell: ({ repealReason }) => repealReason },
  { header: '责任人', width: 10, cell: ({ responsible }) => responsible.name },
  {
    header: '是否执行',
    width: 25,
    cell: ({ looked }) => (looked === null ? '' : `${dateInChinese(looked.on)}${lookResultNames[looked.result]}`),
  },
  { header: '检查期限', width: 15, cell: ({ lookDueOn }) => (lookDueOn === null ? '' : dateInChinese(lookDueOn)) },
]

/** The same as a workbook. That it was taken is recorded. */
export async function exportInstitutions(
  context: ActorContext,
  organisationId: string,
  asked: Asked,
): Promise<Download> {
  const { unit, day, rows } = await allOf(context, organisationId, asked)
  const bytes = writeXlsx([
    {
      name: '制度',
      columns: columns.map(({ header, width }) => ({ header, width })),
      rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
    },
  ])
  const name = `${fileNameOf(`${unit}制度〔${dateInChinese(day)}〕`)}.xlsx`
  await left(context, { action: 'institution.export', subject: name, organisationId, detail: { rows: rows.length } })
  return { name, bytes }
}

/** What is in force on a day as a catalogue to put before the texts (制度汇编目录), the earliest first. */
export async function institutionCatalogue(
  context: ActorContext,
  organisationId: string,
  asked: Omit<Asked, 'only'>,
): Promise<Download> {
  const { unit, day, rows } = await allOf(context, organisationId, { ...asked, only: 'in_force' })
  const date = dateInChinese(day)
  const title = `${unit}\n制度汇编目录`
  const listed = rows
    .toReversed()
    .map((row, at) => [String(at + 1), row.title, row.number, dateInChinese(row.effectiveOn), remarkOf(row)])
  const bytes = officialDocument({
    title,
    blocks: [
      { kind: 'paragraph', words: `截至${date}，现行有效的制度共${rows.length}项。` },
      ...(listed.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              columns: [
                { header: '序号', share: 8 },
                { header: '名称', share: 38 },
                { header: '文号', share: 20 },
                { header: '施行日期', share: 17 },
                { header: '备注', share: 17 },
              ],
              rows: listed,
            },
          ]),
    ],
    signature: { unit, date },
  })
  const name = `${fileNameOf(`${unit}制度汇编目录〔${date}〕`)}.docx`
  await left(context, { action: 'institution.catalogue', subject: name, organisationId, detail: { rows: rows.length } })
  return { name, bytes }
}

function remarkOf({ change, replaces }: InstitutionRow): string {
  const name = change === 'revised' ? institutionChangeNames.revised : ''
  return replaces === null ? name : `${name === '' ? '' : `${name}，`}取代《${replaces.title}》`
}

const MOST = 2_000
const PAGE = 200

async function allOf({ db, actor, now }: ActorContext, organisationId: string, { only, on, below }: Asked) {
  const organisation = await permittedOrganisation(db, actor, 'paper.read', organisationId)
  const day = on ?? dateInChina(now)
  const rows: InstitutionRow[] = []
  for (let after: string | null | undefined; after !== null;) {
    const page = await institutionsPage(db, { organisation, only, below, day }, { after, limit: PAGE })
    rows.push(...page.items)
    if (rows.length > MOST) throw invalid(`超过 ${MOST} 项制度，一次导不完。`, '请分单位导出。')
    after = page.next
  }
  return { unit: organisation.name, day, rows }
}

function left(context: ActorContext, act: Parameters<typeof record>[2]): Promise<void> {
  return transaction(context.db, (tx) => record(tx, context, act))
}
