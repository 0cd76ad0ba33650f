import { endpoints, RefusedCall } from '@duizhao/contract'
import { writeXlsx } from '@duizhao/report'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs, stranger } from '../../testing/client.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { closed, codesOf, openedRound } from '../../testing/rounds.ts'

let office: Office
let admin: Employee
beforeAll(async () => {
  office = await openOffice()
  admin = await office.employ(office.city, 'system_admin')
})
afterAll(() => office.close())

const columns = (...headers: string[]) => headers.map((header) => ({ header, width: 12 }))

function workbook(people: readonly (readonly string[])[], organisations: readonly (readonly string[])[] = []): File {
  const bytes = writeXlsx([
    { name: '组织', columns: columns('组织名称', '类别', '上级组织'), rows: organisations },
    { name: '人员', columns: columns('姓名', '所在组织', '职务', '邮箱', '是否党员', '账号'), rows: people },
  ])
  return new File([new Uint8Array(bytes)], '花名册.xlsx')
}

async function imported(file: File) {
  const preview = await admin.call(endpoints.previewImport, { params: { organisationId: office.city.id }, file })
  expect(preview.faults).toEqual([])
  const result = await admin.call(endpoints.confirmImport, { params: { importId: preview.id } })
  return { id: preview.id, accounts: result.accounts }
}
const withdraw = (importId: string) =>
  admin.call(endpoints.withdrawImport, { params: { importId }, body: { reason: '导成了去年的花名册' } })
const obstacles = async (importId: string) => {
  const refused = await withdraw(importId).then(
    () => null,
    (error: unknown) => error,
  )
  if (!(refused instanceof RefusedCall)) throw new Error('it was taken back')
  return refused.refusal.places?.map(({ message }) => message)
}
const children = async (organisationId: string) =>
  (await admin.call(endpoints.listOrganisationChildren, { params: { organisationId } })).items.map(({ name }) => name)
const peopleBelow = async (text: string) =>
  (await admin.call(endpoints.listPeople, { params: { organisationId: office.city.id }, query: { below: true, text } }))
    .items
const found = async (text: string) =>
  (await admin.call(endpoints.findEntries, { query: { text } })).items.map(({ title }) => title)
const past = async () => (await admin.call(endpoints.listImports, { params: { organisationId: office.city.id } })).items

describe('taking back an import of organisations and people', () => {
  it('leaves nothing of what it created: organisations, people, accounts, what search finds', async () => {
    const before = await children(office.water.id)
    const { id, accounts } = await imported(
      workbook(
        [
          ['方志远', '临江市水务局/测报站', '站长', '', '是', 'fangzhiyuan'],
          ['孟小满', '临江市水务局/测报站/内勤组', '', '', '否', ''],
        ],
        [
          ['测报站', '科室', '临江市水务局'],
          ['内勤组', '科室', '测报站'],
        ],
      ),
    )
    expect(await found('测报站')).not.toEqual([])
    expect(await withdraw(id)).toEqual({ removed: 4, restored: 0 })
    expect(await children(office.water.id)).toEqual(before)
    expect(await peopleBelow('方志远')).toEqual([])
    expect(await found('测报站')).toEqual([])
    expect(await found('孟小满')).toEqual([])
    const [account] = accounts
    await expect(signInAs(office.app, account?.login ?? '', account?.password ?? '')).rejects.toThrow()
    const [listed] = await past()
    expect(listed).toMatchObject({ created: 4, changed: 0, withdrawn: { reason: '导成了去年的花名册' } })
    await expect(withdraw(id)).rejects.toThrow('已经撤销过')
    // The same file can come again.
    const again = await imported(workbook([['方志远', '水务局/测报站', '', '', '', 'fangzhiyuan']].slice(1)))
    expect(again.accounts).toEqual([])
  })

  it('gives back what it changed, and closes the account it opened', async () => {
    await imported(workbook([['何见山', '临江市水务局', '科员', 'he@example.com', '否', '']]))
    const { id } = await imported(workbook([['何见山', '临江市水务局', '副科长', '', '是', 'hejianshan']]))
    expect((await peopleBelow('何见山'))[0]).toMatchObject({ position: '副科长', account: { login: 'hejianshan' } })
    expect(await withdraw(id)).toEqual({ removed: 0, restored: 1 })
    expect((await peopleBelow('何见山'))[0]).toMatchObject({
      ...{ position: '科员', email: 'he@example.com', isPartyMember: false },
      account: null,
    })
  })

  it('takes back nothing where somebody signed in, was changed, was given a post or a role, and names each', async () => {
    const { id, accounts } = await imported(
      workbook([
        ['甲一鸣', '临江市水务局', '', '', '是', 'jiayiming'],
        ['乙二丰', '临江市水务局', '', '', '是', 'yierfeng'],
        ['丙三秋', '临江市水务局', '', '', '是', ''],
        ['丁四海', '临江市水务局', '', '', '是', ''],
        ['戊五湖', '临江市水务局', '', '', '是', ''],
      ]),
    )
    await signInAs(office.app, 'jiayiming', accounts[0]?.password ?? '')
    const [second] = await peopleBelow('乙二丰')
    const security = await office.employ(office.city, 'security_admin')
    await security.call(endpoints.giveGrant, {
      params: { organisationId: office.water.id },
      body: { accountId: second?.account?.id ?? '', role: 'handler' },
    })
    const [third] = await peopleBelow('丙三秋')
    if (third === undefined) throw new Error('not there')
    await admin.call(endpoints.changePerson, {
      params: { personId: third.id },
      body: {
        ...{ name: '丙三秋', position: '科员', email: '', isPartyMember: true },
        organisationId: office.water.id,
        version: third.version,
      },
    })
    const [fourth] = await peopleBelow('丁四海')
    const organiser = await office.employ(office.city, 'organiser')
    await organiser.call(endpoints.createPost, {
      params: { organisationId: office.water.id },
      body: {
        personId: fourth?.id ?? '',
        role: 'deputy',
        caption: '副局长',
        seat: null,
        leadIds: [],
        branchId: null,
        fromOn: '2026-01-05',
        toOn: null,
      },
    })
    expect(await obstacles(id)).toEqual(['甲一鸣：登录过', '乙二丰：有授权', '丙三秋：后来又改过', '丁四海：有任职'])
    expect(await peopleBelow('戊五湖')).toHaveLength(1)
    expect((await past())[0]?.withdrawn).toBeNull()
  })

  it('keeps whom a round asks about: what is sealed may be about him, and has to open', async () => {
    const { id } = await imported(workbook([['纪南行', '临江市水务局', '副局长', '', '是', '']]))
    const [person] = await peopleBelow('纪南行')
    const organiser = await office.employ(office.water, 'organiser')
    const round = await openedRound(organiser, office.water.id, { aboutIds: [person?.id ?? ''] })
    const opinions = [{ text: '到现场少', aboutId: person?.id ?? null }]
    const code = codesOf(round)[0]?.[0] ?? ''
    await stranger(office.app).call(endpoints.sendAnswer, { body: { code, opinions } })
    expect(await obstacles(id)).toEqual(['纪南行：有征集'])
    expect(await closed(organiser, round)).toMatchObject({ state: 'closed', answered: 1 })
  })

  it('keeps an organisation that others have come below or into', async () => {
    const { id } = await imported(
      workbook(
        [],
        [
          ['新一科', '科室', '临江市水务局'],
          ['新二科', '科室', '临江市水务局'],
          ['新三科', '科室', '临江市水务局'],
        ],
      ),
    )
    const items = (
      await admin.call(endpoints.listOrganisationChildren, { params: { organisationId: office.water.id } })
    ).items
    const idOf = (name: string) => items.find((one) => one.name === name)?.id ?? ''
    await admin.call(endpoints.createOrganisation, {
      params: { organisationId: idOf('新一科') },
      body: { name: '内勤', kind: 'department' },
    })
    await admin.call(endpoints.createPerson, {
      params: { organisationId: idOf('新二科') },
      body: { name: '后来者', position: '', email: '', isPartyMember: false },
    })
    expect(await obstacles(id)).toEqual(['新一科：有别的下级组织', '新二科：有人员'])
  })
})
