import { readFileSync } from 'node:fs'
import { endpoints, importColumnNames, type ImportMending, type LedgerImportPreview } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { writeXlsx } from '@duizhao/report'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertPerson } from '../../../office/organisation/index.ts'
import { transaction } from '../../../platform/database/transaction.ts'
import { allNew } from '../../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../../testing/office.ts'
import { readLines } from './read-lines.ts'

let office: Office
let organiser: Employee
let places = 0
beforeAll(async () => {
  office = await openOffice()
  organiser = await office.employ(office.city, 'organiser')
})
afterAll(() => office.close())

type Place = Office['city']

async function newUnit(): Promise<Place> {
  places += 1
  return office.addOrganisation(office.city, `第${places}局`)
}

async function addPerson(place: Place, name: string): Promise<string> {
  const id = crypto.randomUUID()
  const person = { name, position: '', email: '', isPartyMember: true }
  await transaction(office.pool.db, (tx) => insertPerson(tx, id, place.id, person))
  return id
}

function sample(name: string): File {
  const bytes = readFileSync(new URL(`../../../../../../samples/ledgers/${name}.xlsx`, import.meta.url))
  return new File([new Uint8Array(bytes)], `${name}.xlsx`)
}

function ledger(...rows: (string | number)[][]): File {
  const columns = ['序号', '存在问题', '责任领导', '完成时限'].map((header) => ({ header, width: 12 }))
  return new File([new Uint8Array(writeXlsx([{ name: '台账', columns, rows }]))], '整改台账.xlsx')
}

const preview = (place: Place, file: File) =>
  organiser.call(endpoints.previewLedgerImport, { params: { organisationId: place.id }, file })
const about = ({ id }: { readonly id: string }) => ({ params: { importId: id } })
const mend = (shown: LedgerImportPreview, body: Partial<ImportMending>, by = organiser) =>
  by.call(endpoints.mendLedgerImport, { ...about(shown), body })

async function problemsOf(place: Place) {
  const query = { organisationId: place.id, standing: 'all', limit: 200 } as const
  return (await organiser.call(endpoints.listProblems, { query })).items
}

const cellsOf = ({ faults }: LedgerImportPreview) => faults.map(({ cell }) => cell)

describe('a cell typed anew on the screen', () => {
  it('is read as if it stood in the file, an empty one too, and what is written has it', async () => {
    const place = await newUnit()
    const shown = await preview(place, sample('meeting-2025'))
    expect(cellsOf(shown)).toEqual(['H7', 'H8'])
    const cells = [
      { sheet: '整改台账', cell: 'H7', text: '2099年3月31日' },
      { sheet: '整改台账', cell: 'H8', text: '长期坚持' },
    ]
    const half = await mend(shown, { cells: cells.slice(0, 1) })
    expect(cellsOf(half)).toEqual(['H8'])
    const whole = await mend(shown, { cells })
    expect(whole).toMatchObject({ faults: [], create: 19, mending: { cells, skipped: [], columns: [] } })
    const rows = whole.rows.filter(({ row }) => row === 7 || row === 8)
    expect(rows.map((row) => [row.class, row.dueOn])).toEqual([
      ['限期整改', '2099-03-31'],
      ['长期坚持', null],
    ])
    await organiser.call(endpoints.confirmLedgerImport, { ...about(shown), body: allNew(whole) })
    expect((await problemsOf(place)).filter(({ dueOn }) => dueOn === '2099-03-31')).toHaveLength(1)
  })

  it('may be wrong again, and is told at its place', async () => {
    const shown = await preview(await newUnit(), ledger([1, '记录缺失', '', '适时']))
    const again = await mend(shown, { cells: [{ sheet: '台账', cell: 'D2', text: '尽快' }] })
    expect(again.faults).toMatchObject([{ sheet: '台账', cell: 'D2', row: 2 }])
    const refused = organiser.call(endpoints.confirmLedgerImport, { ...about(shown), body: {} })
    await expect(refused).rejects.toMatchObject({ refusal: { code: 'conflict' } })
  })
})

/** A sheet with these headers, and a row of words under each. */
function sheetOf(headers: readonly string[], ...rows: (string | number)[][]): File {
  const columns = headers.map((header) => ({ header, width: 12 }))
  return new File([new Uint8Array(writeXlsx([{ name: '表一', columns, rows }]))], '清单.xlsx')
}

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

describe('a column whose meaning is said on the screen', () => {
  const said = (column: string, header: string, as: string) => ({ sheet: '表一', column, header, as })

  it('is read so in a sheet no header of which is known, and told with the header of the file', async () => {
    const place = await newUnit()
    const file = sheetOf(
      ['项', '哪里做得不好', '怎么补救', '盯到哪天'],
      [1, '巡查记录缺失', '补齐记录', '2099年3月底前'],
      [2, '照片没有日期', '重新拍照', '2099年4月15日'],
    )
    const shown = await preview(place, file)
    expect(shown).toMatchObject({ create: 0, faults: [] })
    expect(shown.remarks.map(({ message }) => message)).toContain('没有认出哪一列是问题，请在下面的“栏目”里指定')
    expect(shown.columns.map(({ column, header, as }) => [column, header, as])).toEqual([
      ['A', '项', 'none'],
      ['B', '哪里做得不好', 'none'],
      ['C', '怎么补救', 'none'],
      ['D', '盯到哪天', 'none'],
    ])
    // The problem may be said last: what was said before it stays.
    const begun = await mend(shown, { columns: [said('D', '盯到哪天', 'deadline')] })
    expect(begun.create).toBe(0)
    expect(begun.columns.map(({ header, as }) => [header, as])).toEqual([
      ['项', 'none'],
      ['哪里做得不好', 'none'],
      ['怎么补救', 'none'],
      ['盯到哪天', 'deadline'],
    ])
    const columns = [
      said('B', '哪里做得不好', 'problem'),
      said('C', '怎么补救', 'measure'),
      said('D', '盯到哪天', 'deadline'),
    ]
    const mended = await mend(shown, { columns })
    expect(mended.remarks).toEqual([])
    expect(mended.rows.map(({ text, measures, dueOn }) => [text, measures, dueOn])).toEqual([
      ['巡查记录缺失', 1, '2099-03-31'],
      ['照片没有日期', 1, '2099-04-15'],
    ])
    expect(mended.columns.map(({ header, as }) => [header, as])).toEqual([
      ['项', 'number'],
      ['哪里做得不好', 'problem'],
      ['怎么补救', 'measure'],
      ['盯到哪天', 'deadline'],
    ])
    await organiser.call(endpoints.confirmLedgerImport, { ...about(shown), body: allNew(mended) })
    expect((await problemsOf(place)).map(({ text }) => text).toSorted()).toEqual(['巡查记录缺失', '照片没有日期'])
  })

  it('is offered for the next file with the same heads in the organisation, once it was written', async () => {
    const [place, other] = [await newUnit(), await newUnit()]
    const heads = ['项', '哪里做得不好', '盯到哪天']
    const columns = [said('B', '哪里做得不好', 'problem'), said('C', '盯到哪天', 'deadline')]
    const first = await preview(place, sheetOf(heads, [1, '夜间没有巡查', '2099年3月底前']))
    expect(first.offered).toEqual([])
    const mended = await mend(first, { columns })
    // Nothing has been written yet.
    expect((await preview(place, sheetOf(heads, [1, '值班表没有更新', '2099年3月底前']))).offered).toEqual([])
    await organiser.call(endpoints.confirmLedgerImport, { ...about(first), body: allNew(mended) })

    const next = await preview(place, sheetOf(heads, [1, '闸门锈蚀没有处理', '2099年5月底前']))
    expect(next).toMatchObject({ create: 0, mending: { columns: [] } })
    const kept = columns.map(({ column, header, as }) => ({ column, header, as }))
    expect(next.offered).toEqual([{ sheet: '表一', on: today(), columns: kept }])
    const again = await organiser.call(endpoints.readLedgerImport, about(next))
    expect(again.offered).toEqual(next.offered)
    const taken = await mend(next, { columns })
    expect([taken.create, taken.offered]).toEqual([1, []])
    expect((await preview(other, sheetOf(heads, [1, '水尺看不清', '2099年5月底前']))).offered).toEqual([])
    const turned = sheetOf(heads.toReversed(), ['2099年5月底前', '水尺看不清', 1])
    expect((await preview(place, turned)).offered).toEqual([])
    // What was said last is what is offered.
    const body = { columns: [...columns, said('A', '项', 'none')] }
    await organiser.call(endpoints.confirmLedgerImport, { ...about(next), body: allNew(await mend(next, body)) })
    const third = await preview(place, sheetOf(heads, [1, '界桩缺失', '2099年5月底前']))
    expect(third.offered[0]?.columns).toHaveLength(3)
  })

  it('takes the place of the column that was read as that', async () => {
    const file = sheetOf(['序号', '存在问题', '说明', '完成时限'], [1, '巡查', '巡查记录缺了两个月', '2099年3月底前'])
    const shown = await preview(await newUnit(), file)
    const mended = await mend(shown, { columns: [said('C', '说明', 'problem')] })
    expect(mended.rows.map(({ text }) => text)).toEqual(['巡查记录缺了两个月'])
    expect(mended.columns.map(({ as }) => as)).toEqual(['number', 'none', 'problem', 'deadline'])
  })

  it('may be another than was read, or none', async () => {
    const file = sheetOf(['序号', '存在问题', '整改措施', '完成时限'], [1, '巡查记录缺失', '每周巡查', '2099年3月底前'])
    const shown = await preview(await newUnit(), file)
    expect(shown.rows).toMatchObject([{ measures: 1 }])
    const without = await mend(shown, { columns: [said('C', '整改措施', 'none')] })
    expect(without.rows).toMatchObject([{ measures: 0 }])
    expect(without.columns.find(({ column }) => column === 'C')).toMatchObject({ header: '整改措施', meaning: null })
    expect((await mend(shown, { columns: [said('C', '整改措施', 'strange')] })).rows).toMatchObject([{ measures: 1 }])
    expect((await mend(shown, {})).rows).toMatchObject([{ measures: 1 }])
  })

  it.each(Object.keys(importColumnNames))('can be %s', async (as) => {
    const headers = ['序号', '存在问题', '完成时限', '某某']
    const mended = readLines(await documentOf(sheetOf(headers, [1, '巡查记录缺失', '2099年3月底前', ''])), {
      today: '2026-01-05',
      unit: '水务局',
      mending: { cells: [], skipped: [], columns: [said('D', '某某', as)] },
    })
    expect(mended.columns.find(({ column }) => column === 'D')).toMatchObject({ header: '某某', as })
  })
})

async function documentOf(file: File) {
  const document = await read(new Uint8Array(await file.arrayBuffer()), file.name)
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

describe('a row that is left out', () => {
  it('is not written, and its faults are gone; put back it is as before', async () => {
    const place = await newUnit()
    const file = ledger([1, '记录缺失', '', '适时'], [2, '照片缺失', '', '2099年3月底前'])
    const shown = await preview(place, file)
    expect(shown.create).toBe(2)
    const skipped = [{ sheet: '台账', row: 2 }]
    const without = await mend(shown, { skipped })
    expect(without).toMatchObject({ create: 1, faults: [] })
    const { id: _, expiresAt: __, ...first } = shown
    expect(await mend(shown, {})).toMatchObject(first)
    await mend(shown, { skipped })
    await organiser.call(endpoints.confirmLedgerImport, { ...about(shown), body: {} })
    expect((await problemsOf(place)).map(({ text }) => text)).toEqual(['照片缺失'])
  })
})

describe('a preview', () => {
  it('is there again with all that was mended after its page was loaded anew', async () => {
    const shown = await preview(await newUnit(), sample('hazards-2026'))
    expect(cellsOf(shown)).toEqual(['D19'])
    const mended = await mend(shown, { skipped: [{ sheet: '2026年第一季度', row: 19 }] })
    expect(mended.faults).toEqual([])
    expect(await organiser.call(endpoints.readLedgerImport, about(shown))).toEqual(mended)
  })

  it('is nobody else’s, and none any more once it is written', async () => {
    const other = await office.employ(office.city, 'organiser')
    const shown = await preview(await newUnit(), ledger([1, '记录缺失', '', '2099年3月底前']))
    await expect(mend(shown, {}, other)).rejects.toMatchObject({ refusal: { code: 'not_found' } })
    const reading = other.call(endpoints.readLedgerImport, about(shown))
    await expect(reading).rejects.toMatchObject({ refusal: { code: 'not_found' } })
    await organiser.call(endpoints.confirmLedgerImport, { ...about(shown), body: {} })
    await expect(mend(shown, {})).rejects.toMatchObject({ refusal: { code: 'conflict' } })
    const kept = await office.pool.db.selectFrom('import_draft').select('file').where('id', '=', shown.id).execute()
    expect(kept).toEqual([{ file: null }])
  })
})

it.each(['inspection-2025', 'hazards-2026', 'form-2026', 'meeting-2025', 'units-2026'])(
  'the sample %s is imported without leaving the page: rows with faults are left out',
  async (name) => {
    const shown = await preview(await newUnit(), sample(name))
    const skipped = shown.faults.map(({ sheet = '', row = 0 }) => ({ sheet, row }))
    const mended = await mend(shown, { skipped })
    expect(mended.faults).toEqual([])
    const written = await organiser.call(endpoints.confirmLedgerImport, { ...about(shown), body: allNew(mended) })
    expect(written.created).toBe(mended.create + mended.ask)
    expect(written.created).toBeGreaterThan(0)
  },
)

it('sheets that bear the names of units are offered as units, where rows name none', async () => {
  const place = await newUnit()
  const below = await office.addOrganisation(place, '社会事务办')
  const shown = await preview(place, sample('units-2026'))
  expect(shown.units.map(({ name, organisation }) => [name, organisation?.id])).toEqual([
    ['党政办公室', undefined],
    ['经济发展办', undefined],
    ['社会事务办', below.id],
    ['综合执法队', undefined],
  ])
  expect((await preview(place, sample('hazards-2026'))).units).toEqual([])
})

describe('a name of which one cannot tell who is meant', () => {
  it('is asked once, and whom one chose is meant in every row', async () => {
    const place = await newUnit()
    await addPerson(place, '方明')
    const second = await addPerson(place, '方明')
    const third = await addPerson(place, '齐方放')
    const due = '2099年3月底前'
    const rows = [
      [1, '记录缺失', '方明', due],
      [2, '照片缺失', '方明', due],
      [3, '签名缺失', '齐放', due],
    ]
    const shown = await preview(place, ledger(...rows))
    expect(shown.people).toEqual([
      { name: '方明', places: 2, isSeveral: true },
      { name: '齐放', places: 1, isSeveral: false },
    ])
    const people = [
      { name: '方明', personId: second },
      { name: '齐放', personId: third },
    ]
    await organiser.call(endpoints.confirmLedgerImport, { ...about(shown), body: { people } })
    const leads = (await problemsOf(place)).toSorted((a, b) => a.number - b.number).map(({ lead }) => lead?.id)
    expect(leads).toEqual([second, second, third])
  })

  it('is nobody from elsewhere', async () => {
    const elsewhere = await addPerson(await newUnit(), '齐放')
    const shown = await preview(await newUnit(), ledger([1, '签名缺失', '齐放', '2099年3月底前']))
    const body = { people: [{ name: '齐放', personId: elsewhere }] }
    const writing = organiser.call(endpoints.confirmLedgerImport, { ...about(shown), body })
    await expect(writing).rejects.toMatchObject({ refusal: { code: 'invalid' } })
  })
})
