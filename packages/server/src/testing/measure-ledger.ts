/**
 * Measures the questions a ledger is asked, on a filled database: `node measure-ledger.ts DATABASE_URL`. Prints JSON: the
 * median microseconds of each, in turn with a lookup by primary key, so that what disturbs disturbs all.
 */
import process from 'node:process'
import type { Actor } from '../platform/context.ts'
import { openPool } from '../platform/database/pool.ts'
import { countOf, problemsPage } from '../loop/ledger/list-queries.ts'
import { problemById } from '../loop/ledger/problem-queries.ts'
import { statisticsNow } from '../loop/ledger/statistics-queries.ts'
import { organisationById } from '../office/organisation/queries.ts'
import { askInTurn } from './ask-in-turn.ts'
import { idOf } from './bench-ids.ts'

const [url = ''] = process.argv.slice(2)
const { db, close } = openPool(url, 4)
const TODAY = '2026-11-21'

const ids = { 省: idOf(1, 0), 市: idOf(2, 3), 县: idOf(3, 31), 单位: idOf(4, 620) }

const nobody = { grants: [] } as unknown as Actor

type Place = { readonly id: string; readonly level: number }

const open = { standing: 'open' as const, isOwnLevel: false, isMine: false, text: '', today: TODAY }

function list(organisation: Place, filters: object) {
  const plain = { ...open, exceptions: new Map(), sort: 'due' as const, isDescending: false }
  return problemsPage(db, nobody, { ...plain, ...filters, organisation, limit: 50 })
}

const questions = new Map<string, () => Promise<unknown>>()
questions.set('主键', () => problemById(db, idOf(5, Math.floor(Math.random() * 90_000))))
for (const [name, organisationId] of Object.entries(ids)) {
  const organisation = await organisationById(db, organisationId)
  if (!organisation) throw new Error(`${name} is not there`)
  questions.set(`${name}：未销号一页`, () => list(organisation, {}))
  questions.set(`${name}：按来源、类型筛`, () => list(organisation, { source: 'audit', class: 'dated' }))
  questions.set(`${name}：超期一页`, () => list(organisation, { standing: 'overdue' }))
  questions.set(`${name}：未销号一页，时限晚的在前`, () => list(organisation, { isDescending: true }))
  questions.set(`${name}：未销号一页，按状态`, () => list(organisation, { sort: 'state' }))
  questions.set(`${name}：全部一页，按状态，倒着`, () =>
    list(organisation, { sort: 'state', standing: 'all', isDescending: true }),
  )
  questions.set(`${name}：未销号一页，按责任领导`, () => list(organisation, { sort: 'lead' }))
  questions.set(`${name}：未销号一页，按责任领导，倒着`, () => list(organisation, { sort: 'lead', isDescending: true }))
  questions.set(`${name}：未销号一页，按单位`, () => list(organisation, { sort: 'organisation' }))
  questions.set(`${name}：未销号合计`, () => countOf(db, nobody, { ...open, organisation }))
  questions.set(`${name}：全部合计`, () => countOf(db, nobody, { ...open, standing: 'all', organisation }))
  questions.set(`${name}：统计`, () => statisticsNow(db, organisation, TODAY))
}
await askInTurn(questions)
await close()
