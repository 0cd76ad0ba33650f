import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { features } from '@duizhao/contract'

/** The rooms of the engine: folders there. */
const engineRooms = readdirSync(join(import.meta.dirname, '../../packages/engine/src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/**
 * Where a commit may say it is at work: the packages, what lies beside them, the rooms of the engine, and the features,
 * which lie in three packages.
 */
const AREAS: readonly string[] = [
  ...Object.keys(features),
  ...engineRooms,
  'engine',
  'report',
  'view',
  'workshop',
  'cli',
  'page',
  'contract',
  'server',
  'web',
  // A room of the web application alone.
  'help',
  'tools',
  'docs',
  'tests',
  'bench',
  'samples',
  'e2e',
]

const LONGEST = 72

/** What is wrong with the first line of a commit message, a sentence each; nothing if it is as CONTRIBUTING.md asks. */
export function faultsOfSubject(subject: string): string[] {
  const [areas = '', ...rest] = subject.split(': ')
  const unknown = areas.split(', ').filter((area) => !AREAS.includes(area))
  return [
    ...(rest.length === 0 ? ['no area before a colon'] : unknown.map((area) => `“${area}” is no area`)),
    ...(subject.length > LONGEST ? [`${subject.length} characters, ${LONGEST} at most`] : []),
    ...(/\bwip\b|work in progress/i.test(subject) ? ['unfinished work'] : []),
  ]
}
