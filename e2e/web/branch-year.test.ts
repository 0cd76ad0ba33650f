import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import process from 'node:process'
import {
  endpoints,
  participationKindNames,
  recordKindNames,
  type RecordFields,
  recordNumberNames,
} from '@duizhao/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { givePost } from '../../packages/server/src/testing/records.ts'
import { openWebOffice, type Seat, type WebOffice } from './testing/browser.ts'

/** A record of the sample city; who is named is named by a key. */
interface CityRecord extends Pick<RecordFields, 'kinds' | 'onDay'> {
  readonly body: string
  readonly host?: string
  readonly hours?: number
  readonly place?: string
  readonly topics?: readonly { readonly text: string }[]
  readonly numbers?: Partial<Record<keyof typeof recordNumberNames, number>>
  readonly absent?: readonly {
    readonly person: string
    readonly kind: 'excused' | 'absent' | 'partial'
    readonly note: string
  }[]
}

const CITY = resolve(import.meta.dirname, '../../samples/city')
const BRANCH = 'water-branch-1'
const jsonIn = (path: string): unknown => JSON.parse(readFileSync(resolve(CITY, path), 'utf8'))
const year = (jsonIn('records.json') as CityRecord[]).filter(({ body }) => body === BRANCH)
const posts = (jsonIn('posts.json') as { person: string; body: string; role: 'secretary' | 'party_member' }[]).filter(
  ({ body }) => body === BRANCH,
)
const names = new Map(
  readdirSync(resolve(CITY, 'people'))
    .flatMap((file) => jsonIn(`people/${file}`) as { key: string; name: string }[])
    .map(({ key, name }) => [key, name]),
)
const nameOf = (key: string): string => names.get(key) ?? key

/** Slow for a clerk: characters a minute, seconds for a press. */
const CHARACTERS_A_MINUTE = 30
const SECONDS_A_PRESS = 3
const MOST_MINUTES = 90

/** What a hand does: presses something, or types into it. */
type Step = { readonly press: (page: Page) => Promise<void> } | { readonly into: string; readonly text: string }

const press = (name: string): Step => ({
  press: (page) => page.getByRole('button', { name, exact: true }).click(),
})
const take = (option: string): Step => ({
  press: (page) => page.locator('.ant-select-dropdown:visible').getByTitle(option).first().click(),
})
/** Opens a list of choices, and takes one of them. */
const choose = (label: string, option: string): Step[] => [
  { press: (page) => page.getByRole('dialog').getByRole('combobox', { name: label, exact: true }).click() },
  take(option),
]
/** In a long list: types what it is called, and takes it. */
const find = (label: string, option: string): Step[] => [type(label, option), take(option)]
const type = (into: string, text: string | number): Step => ({ into, text: String(text) })

/** All that writing a record down by hand takes, from the list of records to the list of records. */
function stepsOf({ kinds, onDay, host, hours, place, topics = [], numbers = {}, absent = [] }: CityRecord): Step[] {
  const [year = '', month = '', day = ''] = onDay.split('-')
  return [
    press('记一笔'),
    ...kinds.flatMap((kind) => find('种类', recordKindNames[kind])),
    { press: (page) => page.keyboard.press('Escape') },
    type('日期', `${year}.${Number(month)}.${Number(day)}`),
    ...(place === undefined ? [] : [type('地点', place)]),
    ...(host === undefined ? [] : find(kinds.includes('party_lecture') ? '讲课人' : '主持人', nameOf(host))),
    ...(hours === undefined ? [] : [type('学时（小时）', hours)]),
    ...topics.flatMap(({ text }, at) => [press('加一个议题'), type(`第 ${at + 1} 个议题`, text)]),
    ...Object.entries(numbers).map(([name, value]) =>
      type(recordNumberNames[name as keyof typeof recordNumberNames], value),
    ),
    ...absent.flatMap(({ person, kind, note }, at) => [
      press('加一个人'),
      ...find(`第 ${at + 1} 个人`, nameOf(person)),
      ...(kind === 'excused' ? [] : choose(`第 ${at + 1} 个人：是怎样的`, participationKindNames[kind])),
      type(`第 ${at + 1} 个人：原因`, note),
    ]),
    press('记下'),
    { press: (page) => page.getByRole('link', { name: '履职记录', exact: true }).first().click() },
  ]
}

let web: WebOffice
let branch: WebOffice['office']['city']
let seat: Seat

beforeAll(async () => {
  web = await openWebOffice()
  const { office } = web
  branch = await office.addOrganisation(office.water, '市水务局机关第一党支部', 'branch')
  let secretary = ''
  // A leader of the unit who lives in the branch is a member of it.
  const held = new Map<string, 'secretary' | 'party_member'>(posts.map(({ person, role }) => [person, role]))
  const named = year.flatMap(({ absent = [] }) => absent.map(({ person }) => person))
  for (const person of new Set([...held.keys(), ...named])) {
    const role = held.get(person) ?? 'party_member'
    const { personId, login } = await office.register(branch, 'member')
    await office.pool.db
      .updateTable('person')
      .set({ name: nameOf(person) })
      .where('id', '=', personId)
      .execute()
    await givePost(office, { personId, bodyId: branch.id, role })
    if (role === 'secretary') secretary = login
  }
  seat = await web.open()
  await seat.enter(secretary, '/records')
})
afterAll(() => web.close())

/** What of a record decides which fields are filled in: records of one shape are written down in the same way. */
const shapeOf = ({ kinds, hours, place, topics = [], numbers, absent = [] }: CityRecord): string =>
  JSON.stringify([kinds, hours === undefined, place === undefined, topics.length, numbers === undefined, absent.length])

it(
  'the year of a branch of the sample city is written down by hand in less than ninety minutes',
  { timeout: 240_000 },
  async () => {
    const { page } = seat
    const shapes = [...Map.groupBy(year, shapeOf).values()]
    for (const [record] of shapes) {
      if (record === undefined) continue
      for (const step of stepsOf(record)) {
        if ('press' in step) await step.press(page)
        else await page.getByRole('dialog').getByLabel(step.into, { exact: true }).fill(step.text)
      }
      await page.getByRole('heading', { level: 1, name: '履职记录' }).waitFor()
    }
    // What the steps say was done stands in the records.
    const { items } = await web.office
      .employ(branch, 'organiser')
      .then((organiser) =>
        organiser.call(endpoints.listRecords, { params: { organisationId: branch.id }, query: { limit: 100 } }),
      )
    expect(items.map(({ onDay, kinds }) => `${onDay} ${kinds.join()}`).toSorted()).toEqual(
      shapes.flatMap(([one]) => (one === undefined ? [] : [`${one.onDay} ${one.kinds.toSorted().join()}`])).toSorted(),
    )

    const steps = year.flatMap(stepsOf)
    // Into a field that is typed into one presses too, with the mouse or the tabulator.
    const presses = steps.length
    const characters = steps.reduce((sum, step) => sum + ('text' in step ? step.text.length : 0), 0)
    const minutes = characters / CHARACTERS_A_MINUTE + (presses * SECONDS_A_PRESS) / 60
    if (process.env['TELL_TYPING'] !== undefined)
      process.stdout.write(
        `${year.length} 次记录，${shapes.length} 种填法：点 ${presses} 次，打 ${characters} 个字；` +
          `每分钟 ${CHARACTERS_A_MINUTE} 个字、每点一次 ${SECONDS_A_PRESS} 秒，共 ${minutes.toFixed(0)} 分钟\n`,
      )
    expect(minutes).toBeLessThan(MOST_MINUTES)
  },
)
