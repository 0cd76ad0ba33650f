import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { daysAfter } from '@duizhao/engine/wording'
import type { z } from 'zod'
import { startOfDay } from '../../platform/calendar/index.ts'
import {
  type City,
  CityAccounts,
  CityFeedback,
  CityFrame,
  CityInbox,
  CityInstitutions,
  CityMeetings,
  CityOrganisations,
  CityPeople,
  CityPosts,
  CityProblems,
  CityRecords,
  CitySweeps,
} from './city.ts'

/** The data of the city cannot be read or played; the message names the place in it. */
export class CityFailure extends Error {}

/** Plays something of the city; a `CityFailure` that names it and says why, if it cannot be played. */
export async function playing(what: string, play: () => Promise<unknown>): Promise<void> {
  try {
    await play()
  } catch (error) {
    throw new CityFailure(`${what}：${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

const DATE = /^\d{4}-\d{2}-\d{2}(?= \d{2}:\d{2}$|$)/
const WEEK = 7 * 86_400_000

/**
 * Reads a city from its folder. Its year was written for one day; on another day every date in it has moved by whole
 * weeks, so that workdays stay workdays and nothing lies ahead of `now`. Throws a `CityFailure`.
 */
export async function readCity(folder: string, now: Date): Promise<City> {
  const { writtenFor } = await read({ folder, days: 0 }, 'city.json', CityFrame)
  const weeks = Math.floor((now.getTime() - startOfDay(writtenFor).getTime()) / WEEK)
  const from = { folder, days: 7 * weeks }
  const [
    frame,
    organisations,
    accounts,
    posts,
    records,
    meetings,
    inbox,
    institutions,
    feedback,
    sweeps,
    people,
    problems,
  ] = await Promise.all([
    read(from, 'city.json', CityFrame),
    read(from, 'organisations.json', CityOrganisations),
    read(from, 'accounts.json', CityAccounts),
    read(from, 'posts.json', CityPosts),
    read(from, 'records.json', CityRecords),
    read(from, 'meetings.json', CityMeetings),
    read(from, 'inbox.json', CityInbox),
    read(from, 'institutions.json', CityInstitutions),
    read(from, 'feedback.json', CityFeedback),
    read(from, 'sweeps.json', CitySweeps),
    readAll(from, 'people', CityPeople),
    readAll(from, 'problems', CityProblems),
  ])
  return {
    ...frame,
    organisations,
    accounts,
    posts,
    records,
    meetings,
    inbox,
    institutions,
    feedback,
    sweeps,
    people: people.flat(),
    problems: problems.flat(),
  }
}

interface From {
  readonly folder: string
  /** How far every date moves. */
  readonly days: number
}

/** The files of a folder, in the order of their names. */
async function readAll<S extends z.ZodType>(from: From, below: string, schema: S): Promise<z.infer<S>[]> {
  const names = (await readdir(join(from.folder, below))).filter((name) => name.endsWith('.json')).toSorted()
  return Promise.all(names.map((name) => read(from, `${below}/${name}`, schema)))
}

async function read<S extends z.ZodType>({ folder, days }: From, name: string, schema: S): Promise<z.infer<S>> {
  const text = await readFile(join(folder, name), 'utf8')
  const result = schema.safeParse(parse(text, name, days))
  if (result.success) return result.data
  const places = result.error.issues.map(({ path, message }) => `${placeOf(path)}：${message}`)
  throw new CityFailure(`${name} ${places.join('；')}`)
}

function parse(text: string, name: string, days: number): unknown {
  const moved = (date: string): string => date.replace(DATE, (day) => daysAfter(day, days))
  try {
    return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? moved(value) : value))
  } catch (error) {
    throw new CityFailure(`${name} 不是 JSON：${error instanceof Error ? error.message : String(error)}`)
  }
}

/** `[3].story[0].at` */
function placeOf(path: readonly PropertyKey[]): string {
  return path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
}
