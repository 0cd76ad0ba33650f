import { features } from '@duizhao/contract'

/** Where a commit may say it is at work: the packages, what lies beside them, and the features, which lie in three of them. */
const AREAS: readonly string[] = [
  ...Object.keys(features),
  'engine',
  'report',
  'workshop',
  'cli',
  'page',
  'contract',
  'server',
  'web',
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
