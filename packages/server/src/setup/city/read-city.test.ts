import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { defaultLedgerSettings, monthsAfter } from '@duizhao/contract'
import { readCity } from './read-city.ts'

const FOLDER = resolve(import.meta.dirname, '../../../../../samples/city')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duizhao-city-'))
  await cp(FOLDER, folder, { recursive: true })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const WRITTEN_FOR = new Date('2026-11-21T02:00:00Z')

async function withChange(name: string, before: string, after: string): Promise<unknown> {
  const path = join(folder, name)
  const text = await readFile(path, 'utf8')
  expect(text).toContain(before)
  await writeFile(path, text.replace(before, after))
  const read = await readCity(folder, WRITTEN_FOR).catch((error: unknown) => error)
  await writeFile(path, text)
  return read
}

it('names the file and the place of what does not fit', async () => {
  const changes = [
    ['problems/baishi.json', '"act": "register"', '"act": "registr"', 'problems/baishi.json [0].story[0].act'],
    ['problems/baishi.json', ' 09:', ' 9:', 'problems/baishi.json [0].story[0].at'],
    ['problems/baishi.json', '"class"', '"klass"', 'problems/baishi.json [0].class'],
    ['accounts.json', '"head"', '"chief"', 'accounts.json [0].roles[0].role'],
    ['city.json', '"tryIn"', '"tryAt"', 'city.json .tryIn'],
    ['people/organs.json', '[', '[[', 'people/organs.json 不是 JSON'],
  ] as const
  for (const [name, before, after, place] of changes)
    expect(String(await withChange(name, before, after))).toContain(place)
})

it('moves every date by whole weeks, never ahead of the day', async () => {
  const first = async (now: string) => {
    const { problems, setUpAt } = await readCity(folder, new Date(now))
    const [problem] = problems
    return [setUpAt, problem?.dueOn, problem?.measures[0]?.dueOn, problem?.story[0]?.at]
  }
  const written = await first('2026-11-27T02:00:00Z')
  expect(written).toEqual(await first('2026-11-21T02:00:00Z'))
  const moved = (days: number) =>
    written.map((date) => {
      const day = new Date(Date.parse((date ?? '').slice(0, 10)) + days * 86_400_000)
      return day.toISOString().slice(0, 10) + (date ?? '').slice(10)
    })
  expect(await first('2026-11-28T02:00:00Z')).toEqual(moved(7))
  expect(await first('2026-11-20T02:00:00Z')).toEqual(moved(-7))
  expect(await first('2028-02-29T02:00:00Z')).toEqual(moved(465 - (465 % 7)))
})

it('looks back no earlier than it may, whatever the week: half a year is not always as many days', async () => {
  for (let week = 0; week < 60; week++) {
    const { problems } = await readCity(FOLDER, new Date(WRITTEN_FOR.getTime() + week * 7 * 86_400_000))
    for (const { key, story } of problems) {
      const dayOf = (act: string) => story.findLast((each) => each.act === act)?.at.slice(0, 10)
      const [struckOff, proved] = [dayOf('approve'), dayOf('proveEffective')]
      if (struckOff === undefined || proved === undefined) continue
      const due = monthsAfter(struckOff, defaultLedgerSettings.lookBackMonths)
      expect([key, week, proved >= due]).toEqual([key, week, true])
    }
  }
})
