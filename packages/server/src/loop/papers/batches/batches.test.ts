import { endpoints, type BatchChoice, type BatchFile } from '@duizhao/contract'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LedgerStaff, staffOf } from '../../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../../testing/office.ts'

let office: Office
let staff: LedgerStaff
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
})
afterAll(() => office.close())

const personal = (name: string, more = '') =>
  `个人对照检查材料\n\n${name}\n\n一、存在的主要问题\n\n1.学习不够深入。${more}\n\n二、整改措施\n\n1.每周学习一次。\n`
const TEAM = `临江市水务局领导班子对照检查材料\n\n一、存在的主要问题\n\n1.巡查记录补记不及时。\n\n2.下乡调研不够深入。\n`

const begin = async (by: Employee): Promise<string> =>
  (await by.call(endpoints.beginPaperBatch, { params: { organisationId: office.water.id } })).id
const put = async (by: Employee, batchId: string, name: string, content: BlobPart, path = ''): Promise<BatchFile[]> =>
  (
    await by.call(endpoints.addToPaperBatch, {
      params: { batchId },
      query: { path },
      file: new File([content], name),
    })
  ).files
const enter = async (by: Employee, batchId: string, choices: BatchChoice[]): Promise<BatchFile[]> =>
  (await by.call(endpoints.enterPaperBatch, { params: { batchId }, body: { choices } })).files
const asNew = (file: BatchFile | undefined, given: Partial<Extract<BatchChoice, { as: 'new' }>> = {}): BatchChoice => ({
  ...{ as: 'new', fileId: file?.id ?? '', kind: file?.kind ?? 'other', title: file?.title ?? '' },
  ...{ personId: file?.person?.id ?? null, ...given },
})

describe('a file of a batch', () => {
  it('is kept and read: what kind it is, whose, and what it is called; no paper yet', async () => {
    const batchId = await begin(staff.organiser)
    const [team] = await put(staff.organiser, batchId, '班子.txt', TEAM)
    expect(team).toMatchObject({ state: 'read', kind: 'team', person: null, asks: [], nextOf: null })
    const { name, personId } = staff.leaderPerson
    const [own] = await put(staff.organiser, batchId, '材料.txt', personal(name), '班子成员/材料.txt')
    expect(own).toMatchObject({ kind: 'personal', person: { id: personId }, asks: [], path: '班子成员/材料.txt' })
    const { items } = await staff.organiser.call(endpoints.listPapers, { params: { organisationId: office.water.id } })
    expect(items).toEqual([])
    const { files, batch } = await staff.organiser.call(endpoints.readPaperBatch, { params: { batchId } })
    expect(files).toEqual([team, own])
    expect(batch).toMatchObject({ files: 2, open: 2 })
  })

  it('is asked about where its kind, or whose it is, is in doubt', async () => {
    const batchId = await begin(staff.organiser)
    const [odd] = await put(staff.organiser, batchId, '便条.txt', '下周三上午开会。\n')
    const [own] = await put(staff.organiser, batchId, '甲.txt', personal('查无此人'))
    expect([odd?.asks, own?.asks]).toEqual([['kind'], ['person']])
  })

  it('that cannot be used or read says why in a sentence, and holds nothing up', async () => {
    const batchId = await begin(staff.organiser)
    const [run] = await put(staff.organiser, batchId, '程序.exe', 'MZ\0\0')
    const [empty] = await put(staff.organiser, batchId, '空.docx', new Uint8Array())
    const [torn] = await put(staff.organiser, batchId, '坏.docx', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9]))
    for (const file of [run, empty, torn]) {
      expect(file?.state).toBe('unreadable')
      expect(file?.message).toMatch(/。$/)
    }
    const [after] = await put(staff.organiser, batchId, '班子.txt', TEAM)
    expect(after?.state).toBe('read')
  })

  it('that is there already says so, in this batch or as a paper one may see', async () => {
    const batchId = await begin(staff.organiser)
    const text = TEAM.replace('调研', '走访')
    const [first] = await put(staff.organiser, batchId, '一.txt', text)
    const [again] = await put(staff.organiser, batchId, '二.txt', text)
    expect(again).toMatchObject({ state: 'double', message: '和这一批里的“一.txt”是同一个文件。' })
    await enter(staff.organiser, batchId, [asNew(first)])
    const [paper] = await put(staff.organiser, await begin(staff.organiser), '三.txt', text)
    expect(paper?.message).toMatch(/^就是《.+》第 1 版，已经交过。$/)
    // Another does not see the draft, and is not told of it.
    const [unseen] = await put(staff.second, await begin(staff.second), '四.txt', text)
    expect(unseen?.state).toBe('read')
  })

  it('of an archive is a file like the others, each with its place', async () => {
    const batchId = await begin(staff.organiser)
    const bytes = (text: string) => new TextEncoder().encode(text)
    const zip = zipSync({
      'papers/a.txt': bytes(TEAM.replace('下乡', '下村')),
      'papers/b.txt': bytes(personal(staff.handlerPerson.name, '压缩包')),
      'papers/bad.docx': new Uint8Array([0x50, 0x4b, 3, 4, 1]),
    })
    const files = await put(staff.organiser, batchId, '材料.zip', zip)
    expect(files.map(({ path, state }) => [path, state])).toEqual([
      ['papers/a.txt', 'read'],
      ['papers/b.txt', 'read'],
      ['papers/bad.docx', 'unreadable'],
    ])
  })

  it('is read later where it was kept and the service stopped before it was read', async () => {
    const batchId = await begin(staff.organiser)
    const [file] = await put(staff.organiser, batchId, '班子.txt', TEAM.replace('不及时', '不及时不完整'))
    const fileId = file?.id ?? ''
    const files = office.pool.db.updateTable('paper_batch_file').where('id', '=', fileId)
    await files.set({ state: 'waiting', read: null }).execute()
    const read = await staff.organiser.call(endpoints.readBatchFile, { params: { fileId } })
    expect(read).toEqual(file)
  })
})

describe('what is put in', () => {
  it('is one’s own draft, or for another his paper, handed in for review, who is told', async () => {
    const batchId = await begin(staff.organiser)
    const [team] = await put(staff.organiser, batchId, '班子.txt', TEAM.replace('两', '三').replace('调研', '调查'))
    const [own] = await put(staff.organiser, batchId, '乙.txt', personal(staff.leaderPerson.name, '替交'))
    const [one, two] = await enter(staff.organiser, batchId, [asNew(team), asNew(own)])
    const read = (paperId: string, by: Employee) => by.call(endpoints.readPaper, { params: { paperId } })
    const draft = await read(one?.paperId ?? '', staff.organiser)
    expect(draft.paper).toMatchObject({ state: 'draft', kind: 'team' })
    const theirs = await read(two?.paperId ?? '', staff.leader)
    expect(theirs.paper).toMatchObject({ state: 'submitted', author: { id: staff.leaderPerson.personId } })
    expect(theirs.allowed).toContain('recall')
    expect(theirs.versions[0]?.reading).toMatchObject({ problems: 1, measures: 1 })
    const { items } = await staff.leader.call(endpoints.listNotifications, {})
    expect(items.filter(({ title }) => title.includes('替你提交了文稿'))).toHaveLength(1)
    await expect(read(two?.paperId ?? '', staff.handler)).rejects.toMatchObject({ refusal: { code: 'not_found' } })
    await expect(read(one?.paperId ?? '', staff.head)).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })

  it('is the next version of a paper of its name, where that may still be changed', async () => {
    const batchId = await begin(staff.organiser)
    const text = TEAM.replace('水务局', '水务局机关')
    const [first] = await put(staff.organiser, batchId, '班子.txt', text)
    const [paper] = await enter(staff.organiser, batchId, [asNew(first)])
    const [next] = await put(staff.organiser, batchId, '班子改.txt', `${text}\n3.值班不严。\n`)
    expect(next?.nextOf).toMatchObject({ id: paper?.paperId, ordinal: 2 })
    const paperId = next?.nextOf?.id ?? ''
    const [done] = await enter(staff.organiser, batchId, [{ as: 'version', fileId: next?.id ?? '', paperId }])
    expect(done).toMatchObject({ state: 'entered', paperId })
    const { versions } = await staff.organiser.call(endpoints.readPaper, { params: { paperId } })
    expect(versions.map(({ ordinal }) => ordinal)).toEqual([2, 1])
  })

  it('is put in once however often it is asked for, and one refusal stops none', async () => {
    const batchId = await begin(staff.organiser)
    const [good] = await put(staff.organiser, batchId, '班子.txt', `${TEAM}\n3.台账更新慢。\n`)
    const [nobody] = await put(staff.organiser, batchId, '丙.txt', personal('查无此人', '丙'))
    const choices = [asNew(nobody), asNew(good)]
    const [refused, entered] = await enter(staff.organiser, batchId, choices)
    expect(refused).toMatchObject({ state: 'read', message: expect.stringContaining('还没有选') })
    expect(entered?.state).toBe('entered')
    const [, again] = await enter(staff.organiser, batchId, choices)
    expect(again?.paperId).toBe(entered?.paperId)
    const [left] = await enter(staff.organiser, batchId, [{ as: 'left', fileId: nobody?.id ?? '' }])
    expect(left?.state).toBe('left')
    const { items } = await staff.organiser.call(endpoints.listPaperBatches, {
      params: { organisationId: office.water.id },
    })
    expect(items.some(({ id }) => id === batchId)).toBe(false)
  })

  it('is for another only by whoever reviews papers there', async () => {
    const batchId = await begin(staff.handler)
    const [own] = await put(staff.handler, batchId, '丁.txt', personal(staff.leaderPerson.name, '丁'))
    expect(own?.person).toMatchObject({ id: staff.handlerPerson.personId })
    const { personId } = staff.leaderPerson
    const [refused] = await enter(staff.handler, batchId, [asNew(own, { personId })])
    expect(refused?.state).toBe('read')
    expect(refused?.message).not.toBe('')
  })
})

describe('a batch', () => {
  it('is for nobody but who handed it in', async () => {
    const batchId = await begin(staff.organiser)
    const [file] = await put(staff.organiser, batchId, '戊.txt', personal(staff.leaderPerson.name, '戊'))
    const params = { batchId }
    for (const other of [staff.second, staff.head, staff.reviewer]) {
      const gone = { refusal: { code: 'not_found' } }
      await expect(other.call(endpoints.readPaperBatch, { params })).rejects.toMatchObject(gone)
      await expect(put(other, batchId, '己.txt', TEAM)).rejects.toMatchObject(gone)
      await expect(enter(other, batchId, [asNew(file)])).rejects.toMatchObject(gone)
      await expect(other.call(endpoints.removePaperBatch, { params })).rejects.toMatchObject(gone)
      const fileId = file?.id ?? ''
      await expect(other.call(endpoints.readBatchFile, { params: { fileId } })).rejects.toMatchObject(gone)
    }
  })

  it('is given up, and what of it became papers stays', async () => {
    const batchId = await begin(staff.organiser)
    const [kept] = await put(staff.organiser, batchId, '班子.txt', `${TEAM}\n4.档案不全。\n`)
    await put(staff.organiser, batchId, '庚.txt', personal('查无此人', '庚'))
    const [entered] = await enter(staff.organiser, batchId, [asNew(kept)])
    await staff.organiser.call(endpoints.removePaperBatch, { params: { batchId } })
    const params = { paperId: entered?.paperId ?? '' }
    expect((await staff.organiser.call(endpoints.readPaper, { params })).versions).toHaveLength(1)
    await expect(staff.organiser.call(endpoints.readPaperBatch, { params: { batchId } })).rejects.toMatchObject({
      refusal: { code: 'not_found' },
    })
  })
})
