import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isUnreadable, type Notice, read, readNotice } from '@duizhao/engine'
import type { NoticeAnswers } from '../../samples/making/notices-source.ts'
import { type Counted, countText } from './count-text.ts'
import { countValues } from './count-values.ts'

interface NoticesAnswers {
  readonly folder: string
  readonly notices: readonly NoticeAnswers[]
}

/** How well notices are read, field by field, for each `NAME.answers.json` beside `NAME/` in a folder; null if it has none. */
export async function evaluateNotices(folder: string): Promise<string | null> {
  const told = await Promise.all(
    setsIn(folder).map(async (set) => countText(`notices: ${set.folder}`, await countNotices(folder, set))),
  )
  return told.length === 0 ? null : told.join('')
}

/** What was read rightly, wrongly and not at all of all notices of a folder. */
export async function noticesCounted(folder: string): Promise<Counted[]> {
  return (await Promise.all(setsIn(folder).map((set) => countNotices(folder, set)))).flat()
}

function setsIn(folder: string): NoticesAnswers[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.answers.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Partial<NoticesAnswers>)
    .filter((answers): answers is NoticesAnswers => answers.notices !== undefined)
}

async function countNotices(folder: string, set: NoticesAnswers): Promise<Counted[]> {
  const counted = await Promise.all(
    set.notices.map(async (answers) => {
      const document = await read(readFileSync(join(folder, set.folder, answers.file)), answers.file)
      if (isUnreadable(document)) return []
      const [wanted, found] = [wantedOf(answers), foundOf(readNotice(document))]
      return Object.entries(wanted).flatMap(([name, values]) =>
        countValues(answers.file, name, { wanted: values, found: found[name] ?? [] }),
      )
    }),
  )
  return counted.flat()
}

type Values = Readonly<Record<string, readonly string[]>>

const one = (value: string | number | null | undefined): string[] =>
  value === null || value === undefined ? [] : [`${value}`]

function wantedOf({ kind, year, theme, from, until, lead, days, aspects, mirrors, reports }: NoticeAnswers): Values {
  return {
    ...{ kind: one(kind), year: one(year), theme: one(theme), from: one(from), until: one(until) },
    ...{ 'lead workdays': one(lead), 'report days': one(days), mirrors, 'report items': reports },
    aspects: aspects.map(({ title }) => title),
    points: aspects.flatMap(({ title, points }) => points.map((point) => `${title} | ${point}`)),
  }
}

function foundOf(notice: Notice): Values {
  return {
    kind: one(notice.kind?.value),
    year: one(notice.year?.value),
    theme: one(notice.theme?.value),
    from: one(notice.from?.value),
    until: one(notice.until?.value),
    'lead workdays': one(notice.leadWorkdays?.value),
    'report days': one(notice.reportDays?.value),
    mirrors: notice.mirrors.map(({ value }) => value),
    'report items': notice.reportItems.map(({ value }) => value),
    aspects: notice.aspects.map(({ title }) => title),
    points: notice.aspects.flatMap(({ title, points }) => points.map((point) => `${title} | ${point}`)),
  }
}
