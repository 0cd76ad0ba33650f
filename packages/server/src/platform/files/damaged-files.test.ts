import { rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Called, endpoints } from '@duizhao/contract'
import { officialDocument } from '@duizhao/report'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assigned, type LedgerStaff, rectified, someProblem, staffOf } from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { fileStore } from './index.ts'
import { verifyFiles } from './verify-files.ts'

let office: Office
let staff: LedgerStaff
let system: Employee
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
  system = await office.employ(office.city, 'system_admin')
})
afterAll(() => office.close())

const ways = [
  ['changed', 'damaged', (path: string) => writeFile(path, '收据 900 元')],
  ['cut off', 'damaged', (path: string) => truncate(path, 3)],
  ['gone', 'missing', (path: string) => rm(path)],
] as const

async function evidenceOf(problemId: string) {
  const { evidence } = await staff.organiser.call(endpoints.readProblem, { params: { problemId } })
  return evidence
}

const add = (problemId: string, file: File, datedOn: string) =>
  staff.handler.call(endpoints.addEvidence, { params: { problemId }, query: { datedOn }, file })

let written = 0
/** A problem with a piece of evidence of its own content. */
async function withEvidence() {
  const problem = await rectified(staff, office.water, { ...someProblem(), text: `发票没有入账（${written}）` })
  const content = `收据 100 元，编号 ${written++}`
  await add(problem.id, new File([content], '收据.txt'), problem.registeredOn)
  const evidence = (await evidenceOf(problem.id)).find(({ name }) => name === '收据.txt')
  const { id = '', file = null } = evidence ?? {}
  if (!file) throw new Error('no evidence')
  const { hash } = file
  return { problem, id, file, hash, content, path: join(office.filesFolder, hash.slice(0, 2), hash) }
}

describe.each(ways)('evidence whose file was %s on disk', (_, state, spoil) => {
  it('is not handed out, is marked where it is listed, and no longer proves anything', async () => {
    const { problem, id: evidenceId, file, path } = await withEvidence()
    expect(file.state).toBe('whole')
    await spoil(path)
    await expect(staff.organiser.call(endpoints.readEvidence, { params: { evidenceId } })).rejects.toMatchObject({
      refusal: { status: 409, code: 'conflict', title: expect.stringContaining('“收据.txt”的文件') },
    })
    const detail = await staff.organiser.call(endpoints.readProblem, { params: { problemId: problem.id } })
    expect(detail.evidence.find(({ id }) => id === evidenceId)?.file?.state).toBe(state)
    expect(detail.conditions.find(({ id }) => id === 'evidence-whole')).toMatchObject({
      isMet: false,
      missing: '有 1 份佐证材料的文件损坏或缺失，或者已撤回、作废',
    })
  })

  it('is named in the file of its problem, and vouched for nowhere in it', async () => {
    const { problem, hash, path } = await withEvidence()
    await spoil(path)
    const file: Called<typeof endpoints.problemFile> = await staff.organiser.call(endpoints.problemFile, {
      params: { problemId: problem.id },
    })
    const entries = unzipSync(new Uint8Array(await file.arrayBuffer()))
    expect(Object.keys(entries).filter((name) => name.includes('收据'))).toEqual([])
    const sums = strFromU8(entries['校验.txt'] ?? new Uint8Array()).split('\n')
    expect(sums.filter((line) => line.includes('收据'))).toEqual([
      `# ${state === 'missing' ? '已缺失' : '已损坏或被改动'}：收据.txt（登记时 ${hash}）`,
    ])
    expect(strFromU8(entries['index.html'] ?? new Uint8Array())).toContain('收据.txt（文件已')
  })

  it('is found by the check of all files, with where it is used, and whole again once it is handed in again', async () => {
    const { problem, id: evidenceId, hash, path, content } = await withEvidence()
    await spoil(path)
    const found = await system.call(endpoints.verifyFiles, {})
    expect(found.damaged + found.missing).toBeGreaterThan(0)
    const { items } = await system.call(endpoints.listDamagedFiles, { query: { limit: 200 } })
    expect(items.find((item) => item.hash === hash)).toMatchObject({
      state,
      uses: [`问题 ${problem.number} 号的佐证材料“收据.txt”`],
    })
    const { tasks } = await system.call(endpoints.readHome, {})
    expect(tasks.map(({ id }) => id)).toContain('damaged-files')
    await add(problem.id, new File([content], '收据.txt'), problem.registeredOn)
    const again = await evidenceOf(problem.id)
    expect(again.flatMap(({ file }) => (file?.hash === hash ? [file.state] : []))).toEqual(['whole', 'whole'])
    const bytes = await staff.organiser.call(endpoints.readEvidence, { params: { evidenceId } })
    expect(await bytes.text()).toBe(content)
  })
})

it('a template that was changed on disk is not filled in', async () => {
  const problem = await assigned(staff, office.water)
  const template = officialDocument({ title: '督办单 {{文号}}', blocks: [] })
  await staff.reviewer.call(endpoints.setNoticeTemplate, {
    params: { organisationId: office.city.id },
    file: new File([new Uint8Array(template)], '督办单.docx'),
  })
  const row = await office.pool.db.selectFrom('notice_template').select('file_hash').executeTakeFirstOrThrow()
  await writeFile(join(office.filesFolder, row.file_hash.slice(0, 2), row.file_hash), 'x')
  const { id: noticeId } = await staff.reviewer.call(endpoints.issueNotice, {
    params: { problemId: problem.id },
    body: { kind: 'remind', text: '', answerDueOn: '2099-06-30' },
  })
  await expect(staff.reviewer.call(endpoints.noticeDocument, { params: { noticeId } })).rejects.toMatchObject({
    refusal: { status: 409 },
  })
  const { items } = await system.call(endpoints.listDamagedFiles, { query: { limit: 200 } })
  expect(items.find(({ hash }) => hash === row.file_hash)?.uses).toEqual([
    `${office.city.name}的督办单格式“督办单.docx”`,
  ])
})

it('the nightly check counts every file once, and marks as whole what was put back', async () => {
  const { hash, path, content } = await withEvidence()
  const context = { db: office.pool.db, files: fileStore(office.filesFolder) }
  const acting = { now: new Date(), origin: { address: '本机', device: '', requestId: 'night' } }
  await rm(path)
  const before = await verifyFiles(context, acting)
  await writeFile(path, content)
  const after = await verifyFiles(context, acting)
  const { count } = await office.pool.db
    .selectFrom('stored_file')
    .select((builder) => builder.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  expect([before.files, after.files]).toEqual([count, count])
  expect(after.missing).toBe(before.missing - 1)
  const states = await office.pool.db.selectFrom('stored_file').select('state').where('hash', '=', hash).execute()
  expect(states).toEqual([{ state: 'whole' }])
})
