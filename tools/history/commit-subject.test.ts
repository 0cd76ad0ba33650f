import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { faultsOfSubject } from './commit-subject.ts'

/** The last commit before subjects were held to this. */
const BEFORE = '1d65a63'

/** On main before they were seen: some characters too long, or in an area that is part of another. */
const PARDONED = new Set([
  'minutes: who was away is read by the kinds of ways it is written',
  'engine: one table each for sections, meetings and how well a fact is known',
  'audit: the chain has anchors outside the database, and vouches for history',
  'cli: files verify and audit verify say where the data is, or that it is old',
  'engine: columns of a second table and numbers of a list are known as such',
  'ledger: an import asks what it cannot know, and tells what it leaves alone',
  'doctor: asks whether the service’s account could change the log',
  'matters: told again when the words change, said on the day of the session',
  'tests: page, list, Excel and Word say the same of today and of a past day',
  'web: what waits stands in the middle, many partners of a talk in few words',
])

/** On main with a subject that says nothing, by a slip of the hand; the commit that added this line says what it was. */
const SLIP = '1264624'

/** Hash and subject of what came since; null where git or that commit is not at hand: a copy, a shallow clone. */
function commitsSince(): string[] | null {
  const { status, stdout } = spawnSync('git', ['log', '--no-merges', '--format=%h %s', `${BEFORE}..HEAD`], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  })
  return status === 0 ? stdout.split('\n').filter((line) => line !== '') : null
}

describe('the first line of a commit message', () => {
  it('names one area or several, and what was done and why', () => {
    expect(faultsOfSubject('engine: one table each for sections and meetings')).toEqual([])
    expect(faultsOfSubject('server, contract, web: three storeys')).toEqual([])
    expect(faultsOfSubject('standards: the themes of 2025')).toEqual([])
  })

  it('is found wanting without an area, with another, too long, or unfinished', () => {
    expect(faultsOfSubject('Fix the build')).toEqual(['no area before a colon'])
    expect(faultsOfSubject('server, misc: this and that')).toEqual(['“misc” is no area'])
    expect(faultsOfSubject(`web: ${'x'.repeat(68)}`)).toEqual(['73 characters, 72 at most'])
    expect(faultsOfSubject('cli: tables (work in progress)')).toEqual(['unfinished work'])
  })

  const commits = commitsSince()
  const told =
    commits === null ? `not checked: no history back to ${BEFORE} here` : `${commits.length} commits since ${BEFORE}`
  it(`is in order in the history (${told})`, () => {
    const faults = (commits ?? []).flatMap((line) => {
      const [hash = '', ...words] = line.split(' ')
      const subject = words.join(' ')
      if (PARDONED.has(subject) || hash.startsWith(SLIP)) return []
      return faultsOfSubject(subject).map((fault) => `${hash}: ${fault}`)
    })
    expect(faults).toEqual([])
  })
})
