import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fileStore } from '../platform/files/index.ts'
import { testDatabase } from '../testing/database.ts'
import { someCampaign } from '../testing/meetings.ts'
import { isNew } from './set-up.ts'
import { setUpCity } from './set-up-city.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let folder = ''
beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'duizhao-city-'))
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const at = (time: string) => ({ at: `2026-03-02 ${time}`, by: 'wang-ying' })

/** The organiser asks for a strike-off and then approves it as well. */
const city = {
  'city.json': {
    setUpAt: '2026-03-01 09:00',
    writtenFor: '2026-03-07',
    tryIn: 'office',
    duties: { by: 'wang-ying', organisation: 'office', fromOn: '2026-03-01' },
  },
  'organisations.json': [
    { key: 'city', parent: null, name: '中共临江市委', kind: 'committee' },
    { key: 'office', parent: 'city', name: '市水务局党组', kind: 'party_group' },
  ],
  'people/office.json': [
    { key: 'wang-ying', organisation: 'office', name: '王颖', position: '主任', isPartyMember: true },
  ],
  'accounts.json': [
    {
      person: 'wang-ying',
      login: 'wangying',
      roles: ['organiser', 'head'].map((role) => ({ role, organisation: 'office' })),
    },
  ],
  'posts.json': [],
  'records.json': [],
  'meetings.json': {
    by: 'wang-ying',
    at: '2026-03-06 09:00',
    organisation: 'office',
    campaign: someCampaign(),
    units: [],
  },
  'inbox.json': [],
  'institutions.json': [],
  'feedback.json': [],
  'sweeps.json': [],
  'problems/office.json': [
    {
      key: 'office-1',
      organisation: 'office',
      source: 'other',
      aspect: '作风',
      text: '会议记录缺了3次',
      cause: '没有专人记',
      class: 'dated',
      dueOn: '2026-04-30',
      measures: [],
      story: [
        { ...at('09:10'), act: 'register' },
        { ...at('09:20'), act: 'assign', lead: 'wang-ying', handler: null },
        { ...at('10:10'), act: 'reportProgress', text: '补齐了3次记录' },
        { ...at('10:20'), act: 'requestStrikeOff', result: '补齐3次', exception: '没有单列措施' },
        { ...at('11:10'), act: 'approve', opinion: '属实' },
      ],
    },
  ],
}

it('tells which act of whom could not be played and why, and leaves nothing of the city behind', async () => {
  for (const [name, content] of Object.entries(city)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), JSON.stringify(content))
  }
  const means = { now: new Date('2026-03-07T02:00:00Z'), files: fileStore(join(folder, 'files')), folder }
  const refused = setUpCity(database.db, means)
  await expect(refused).rejects.toThrow(
    /^office-1 2026-03-02 11:10 wang-ying approve：现在不能“确认并上报、核验通过，销号”/,
  )
  expect(await isNew(database.db)).toBe(true)
  expect(await database.db.selectFrom('audit_entry').select('number').execute()).toEqual([])
})
