import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isUnreadable, type PassageRole, passageRoles, read } from '@duizhao/engine'
import type { Answers } from '../../samples/making/answers.ts'

/** A passage of which it is known what it is about. */
export interface TrainingPassage {
  readonly role: PassageRole
  readonly words: string
}

const LONGEST = 300
/** What an item says at least, before the end of its line counts. */
const SHORTEST = 24
/** A shorter line that is no item is most likely a heading. */
const SHORTEST_OTHER = 14

/** The items of the papers in a folder, as their answers tell them, and their lines: those of items and those beside them. */
export async function trainingPassages(folder: string): Promise<readonly TrainingPassage[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.answers.json'))
  const told = await Promise.all(names.toSorted().map((name) => passagesOf(folder, name)))
  return told.flat()
}

async function passagesOf(folder: string, name: string): Promise<TrainingPassage[]> {
  const answers = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Answers
  const document = await read(readFileSync(join(folder, answers.file)), answers.file)
  if (isUnreadable(document)) throw new Error(`${answers.file}：${document.message}`)
  const { text } = document
  const items = passageRoles
    .flatMap((role) => itemsOf(answers, role).map(({ start }) => ({ role, start })))
    .toSorted((one, other) => one.start - other.start)
  const own = items.map(({ role, start }, i) => {
    const line = text.indexOf('\n', start + SHORTEST)
    const end = Math.min(items[i + 1]?.start ?? text.length, line < 0 ? text.length : line, start + LONGEST)
    return { role, start, end, words: text.slice(start, end) }
  })
  const lines = Array.from(text.matchAll(/[^\n]+/g), ({ index, 0: words }) => ({ start: index, words }))
  const whole = lines.flatMap(({ start, words }) => {
    const roles = new Set(
      own.flatMap((item) => (item.start >= start && item.start < start + words.length ? item.role : [])),
    )
    const [role] = roles
    if (role !== undefined) return roles.size === 1 ? [{ role, words: words.slice(0, LONGEST) }] : []
    const isPart = own.some((item) => item.start < start && item.end > start)
    return isPart || words.trim().length <= SHORTEST_OTHER ? [] : [{ role: 'other' as const, words }]
  })
  return [...own.map(({ role, words }) => ({ role, words })), ...whole]
}

function itemsOf(answers: Answers, role: PassageRole): readonly { readonly start: number }[] {
  if (role === 'other') return []
  return answers[role === 'prior_rectification' ? 'prior' : role] ?? []
}
