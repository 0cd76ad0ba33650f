import { dateInChinese } from '@duizhao/engine/wording'
import { type LedgerStatistics, type Problem, problemClassNames, problemSourceNames } from '@duizhao/contract'
import { type OfficialBlock, officialDocument } from '@duizhao/report'
import { record } from '../../../platform/audit/index.ts'
import { dateInChina, readExceptions, type WorkdayExceptions } from '../../../platform/calendar/index.ts'
import type { ActorContext } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/transaction.ts'
import type { Download } from '../../../platform/context.ts'
import { fileNameOf } from '../../../platform/files/index.ts'
import { permittedOrganisation } from '../../../office/organisation/index.ts'
import { type ListQuery, narrowed, toProblem } from '../list-queries.ts'
import { readStatistics } from '../read-ledger.ts'
import { type LedgerRow, ledgerRows } from './row-queries.ts'
import { stateWords } from './words.ts'

/**
 * The report on rectification, now or as it was at the end of a day: every number in it is counted, and the parts add up
 * to the whole. Of a day gone by there are the numbers, not the lists.
 */
export async function ledgerSummary(
  context: ActorContext,
  organisationId: string,
  asOf: string | undefined,
): Promise<Download> {
  const { db, actor } = context
  const organisation = await permittedOrganisation(db, actor, 'problem.read', organisationId)
  const statistics = await readStatistics(context, organisationId, asOf)
  const isPast = statistics.asOf < dateInChina(context.now)
  const lists = isPast ? [heading('四、说明'), paragraph(PAST_LISTS)] : await listsOf(context, organisation, statistics)
  const title = `关于${organisation.name}整改情况的报告`
  const date = dateInChinese(statistics.asOf)
  const bytes = officialDocument({
    title,
    blocks: [...overview(statistics, date), ...bySource(statistics), ...byUnit(statistics), ...lists],
    signature: { unit: organisation.name, date },
  })
  const name = `${fileNameOf(`${title}〔${date}〕`)}.docx`
  await transaction(db, (tx) =>
    record(tx, context, { action: 'ledger.summary', subject: name, organisationId: organisation.id }),
  )
  return { name, bytes }
}

const PAST_LISTS = '本报告的数截至上述日期。当天的逐项清单见系统“统计”页。'

/** What is overdue and what came back, by name. */
async function listsOf(
  context: ActorContext,
  organisation: ListQuery['organisation'],
  { asOf, total }: LedgerStatistics,
): Promise<OfficialBlock[]> {
  const query = { ...NO_FILTERS, organisation, today: asOf }
  const exceptions = await readExceptions(context.db)
  const [overdue, relapsed] = await Promise.all([
    ledgerRows(context, { ...query, standing: 'overdue' }, { limit: MOST_LISTED, exceptions }),
    relapses(context, query, exceptions),
  ])
  return [...overdueList(overdue, total.overdue), ...relapseList(relapsed)]
}

const MOST_LISTED = 200
const NO_FILTERS: Omit<ListQuery, 'organisation' | 'today'> = {
  standing: 'all',
  isOwnLevel: false,
  isMine: false,
  text: '',
}

/** The problems that came back, each the new row of an old one. */
async function relapses(
  { db, actor }: ActorContext,
  query: ListQuery,
  exceptions: WorkdayExceptions,
): Promise<Problem[]> {
  const rows = await narrowed(db, actor, query)
    .where('problem.relapse_of', 'is not', null)
    .where('problem.state', '!=', 'superseded')
    .orderBy('problem.number')
    .limit(MOST_LISTED)
    .execute()
  return rows.map((row) => toProblem(row, { today: query.today, exceptions }))
}

type Counts = Pick<
  LedgerStatistics['total'],
  'done' | 'sustained' | 'going' | 'claimed' | 'imported' | 'onPaper' | 'overdue'
>

const sumOf = ({ done, sustained, going, claimed }: Counts): number => done + sustained + going + claimed

/** What is done of the whole, as 76.0%; of nothing there is no share. */
function rateOf(counts: Counts): string {
  const sum = sumOf(counts)
  return sum === 0 ? '—' : `${((counts.done / sum) * 100).toFixed(1)}%`
}

const heading = (words: string): OfficialBlock => ({ kind: 'heading', level: 1, words })
const paragraph = (words: string): OfficialBlock => ({ kind: 'paragraph', words })

function overview({ total, byClass }: LedgerStatistics, date: string): OfficialBlock[] {
  const sum = sumOf(total)
  if (sum === 0) return [heading('一、总体情况'), paragraph(`截至${date}，台账上没有问题。`)]
  const classes = byClass
    .filter((each) => sumOf(each) > 0)
    .map((each) => `${problemClassNames[each.class]}${sumOf(each)}个`)
    .join('、')
  const late = total.overdue === 0 ? '没有超过时限的问题' : `超过时限的${total.overdue}个`
  return [
    heading('一、总体情况'),
    paragraph(
      `截至${date}，台账共有问题${sum}个（${classes}）。其中，已完成${total.done}个，长期坚持${total.sustained}个，正在推进${total.going}个，完成率${rateOf(total)}。${apartWords(total)}没有销号的问题中，${late}。已完成的问题中，回头看认定有效的${total.proved}个。`,
    ),
  ]
}

/** What came as done from a list, or was verified on paper, is told apart: nobody here approved it. */
function apartWords({ imported, onPaper, claimed }: Counts): string {
  return [
    ...(onPaper === 0 ? [] : [`已完成的问题中，上级书面核验销号的${onPaper}个。`]),
    ...(imported === 0 ? [] : [`已完成的问题中，导入时已销号的${imported}个。`]),
    ...(claimed === 0 ? [] : [`另有导入时已销号、还没有确认的${claimed}个，不算已完成。`]),
  ].join('')
}

function countTable(
  first: string,
  rows: readonly (Counts & { readonly name: string })[],
  total: Counts,
): OfficialBlock {
  const cells = (name: string, counts: Counts): string[] => [
    name,
    ...[sumOf(counts), counts.done, counts.sustained, counts.going, counts.overdue].map(String),
    rateOf(counts),
  ]
  return {
    kind: 'table',
    columns: [
      { header: first, share: 28 },
      ...['总数', '已完成', '长期坚持', '正在推进', '已超期', '完成率'].map((header) => ({ header, share: 12 })),
    ],
    rows: [...rows.map((row) => cells(row.name, row)), cells('合计', total)],
  }
}

function bySource({ bySource: rows, total }: LedgerStatistics): OfficialBlock[] {
  const named = rows.filter((row) => sumOf(row) > 0).map((row) => ({ ...row, name: problemSourceNames[row.source] }))
  return [heading('二、按问题来源'), countTable('问题来源', named, total)]
}

/** The units below, and what is registered with the organisation itself: the rest. */
function byUnit({ organisation, byOrganisation, total }: LedgerStatistics): OfficialBlock[] {
  const below = byOrganisation.filter((row) => sumOf(row) > 0)
  const rest = (field: keyof Counts): number => below.reduce((left, row) => left - row[field], total[field])
  const own = {
    ...{ done: rest('done'), sustained: rest('sustained'), going: rest('going'), overdue: rest('overdue') },
    ...{ claimed: rest('claimed'), imported: rest('imported'), onPaper: rest('onPaper') },
  }
  const rows = [...(sumOf(own) > 0 ? [{ ...own, name: `${organisation.name}（本级）` }] : []), ...below]
  return [heading('三、按单位'), countTable('单位', rows, total)]
}

function overdueList(rows: readonly LedgerRow[], count: number): OfficialBlock[] {
  const title = heading('四、超过时限的问题')
  if (rows.length === 0) return [title, paragraph('没有超过时限的问题。')]
  const all = Math.max(count, rows.length)
  const listed = all > rows.length ? `共${all}个，下面列出编号在前的${rows.length}个。` : `共${all}个。`
  return [
    title,
    paragraph(listed),
    {
      kind: 'table',
      columns: [
        { header: '编号', share: 8 },
        { header: '问题', share: 40 },
        { header: '单位', share: 18 },
        { header: '责任领导', share: 11 },
        { header: '完成时限', share: 14 },
        { header: '超期工作日', share: 9 },
      ],
      rows: rows.map(({ number, text, organisation, lead, dueOn, overdueDays }) => [
        String(number),
        text,
        organisation.name,
        lead?.name ?? '',
        dueOn === null ? '' : dateInChinese(dueOn),
        String(overdueDays),
      ]),
    },
  ]
}

function relapseList(rows: readonly Problem[]): OfficialBlock[] {
  const title = heading('五、反弹的问题')
  if (rows.length === 0) return [title, paragraph('没有发现反弹的问题。')]
  return [
    title,
    paragraph(rows.length === MOST_LISTED ? `下面列出编号在前的${rows.length}个。` : `共${rows.length}个。`),
    {
      kind: 'table',
      columns: [
        { header: '编号', share: 10 },
        { header: '问题', share: 46 },
        { header: '单位', share: 20 },
        { header: '原编号', share: 10 },
        { header: '完成情况', share: 14 },
      ],
      rows: rows.map((problem) => [
        String(problem.number),
        problem.text,
        problem.organisation.name,
        problem.relapseOf === null ? '' : String(problem.relapseOf.number),
        stateWords(problem),
      ]),
    },
  ]
}
