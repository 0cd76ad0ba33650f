/**
 * Measures what boards of duties and lists of records are asked, on a filled database: `node measure-duties.ts
 * DATABASE_URL`. Prints JSON: the median microseconds of each.
 */
import process from 'node:process'
import { endpoints } from '@duizhao/contract'
import type { Actor } from '../platform/context.ts'
import { openPool } from '../platform/database/pool.ts'
import { boardPage } from '../loop/duties/board-queries.ts'
import { countedRecords, recordsPage } from '../loop/records/list-queries.ts'
import { organisationById } from '../office/organisation/queries.ts'
import { askInTurn } from './ask-in-turn.ts'
import { idOf } from './bench-ids.ts'

const [url = ''] = process.argv.slice(2)
const { db, close } = openPool(url, 4)
const ROOT = { id: idOf(1, 0), level: 1 }
const COUNTY = { id: idOf(3, 2), level: 2 }
const BODY = idOf(4, 57)
const PAGE = 50
/** As many bodies as a page of the board has. */
const BOARD_PAGE = endpoints.readDutyBoard.query.limit.parse(undefined)

const actor = {
  ...{ accountId: idOf(7, 0), personId: idOf(6, 0) },
  grants: [{ id: idOf(9, 0), role: 'organiser', organisationId: ROOT.id, organisationName: '省', level: 1 }],
} as unknown as Actor

async function board(organisation: typeof ROOT, narrowed: { list?: 'study'; dutyId?: string } = {}) {
  const asked = { organisation, year: 2026, list: narrowed.list, dutyId: narrowed.dutyId }
  const { items } = await boardPage(db, asked, { limit: BOARD_PAGE })
  if (items.every(({ cells }) => cells.length === 0)) throw new Error('the board is empty')
}

await askInTurn(
  new Map<string, () => Promise<unknown>>([
    ['主键', () => organisationById(db, idOf(4, Math.floor(Math.random() * 100)))],
    ['全部：缺的最多的一页，连同各项（750 格）', () => board(ROOT)],
    ['全部：一张清单的一页', () => board(ROOT, { list: 'study' })],
    ['全部：一个事项的一页', () => board(ROOT, { dutyId: idOf(5, 7) })],
    ['一个县：一页，连同各项', () => board(COUNTY)],
    [
      '一个组织：记录一页',
      () => recordsPage(db, { actor, today: '2026-11-30' }, { organisationId: BODY, filters: {}, limit: PAGE }),
    ],
    ['一个组织：一年的记录都数', () => countedRecords(db, BODY, { from: '2026-01-01', to: '2026-12-31' })],
  ]),
)
await close()
