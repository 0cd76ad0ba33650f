import { describe, expect, it } from 'vitest'
import type { Finding } from '../finding.ts'
import type { Place } from '../place.ts'
import type { AnyRule } from '../rule.ts'
import { type Paper, type Papers, papersOf, type Writing } from './papers.ts'

/** The rules of one kind, and how their examples are run. */
export interface RuleKind {
  readonly rules: readonly AnyRule[]
  /** The names of the files rules stand in, without ending: each must be listed, and named as its rule's id. */
  readonly files: readonly string[]
  /** What the paper of an example without file names is called. */
  readonly unnamed: string
  /** All rules on the papers of an example. */
  run(papers: readonly Paper[]): readonly Finding[]
  /** True if examples mark the related places too, with ⟨ ⟩. */
  readonly marksRelated?: true
  /** Rules that judge a paper as a whole: what they say of fragments does not count. */
  readonly whole?: readonly string[]
  /** What is put before an example to move its places: blank lines, if nothing else. */
  lead?(example: string): string
}

/** The tests of every rule of a kind: its examples, run in several ways, and what is told about it. */
export function describeRules(kind: RuleKind): void {
  const { rules, files, whole = [] } = kind
  describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    it.each(rule.bad.map((example, i) => [i + 1, example] as const))('报告反例 %i', async (_, example) => {
      const { found, marked } = await ran(kind, example, {})
      expect(ownPlaces(found, id)).toEqual(keysOf(marked.places))
      if (kind.marksRelated) expect(ownRelated(found, id)).toEqual(keysOf(marked.related))
    })

    it.each(rule.good.map((example, i) => [i + 1, example] as const))('不报告正例 %i', async (_, example) => {
      expect(ownPlaces((await ran(kind, example, {})).found, id)).toEqual([])
    })

    it('换行写成 CRLF，报告的文字不变', async () => {
      for (const example of rule.bad) {
        const { found, marked } = await ran(kind, example, { lineEnd: '\r\n' })
        expect(ownPlaces(found, id)).toEqual(keysOf(marked.places))
      }
    })

    it('前面加上别的，位置随之后移', async () => {
      for (const example of rule.bad) {
        const { found, marked } = await ran(kind, example, { lead: kind.lead?.(example) ?? '\n\n' })
        expect(ownPlaces(found, id)).toEqual(keysOf(marked.places))
      }
    })

    it('对它的正例，别的规则也沉默', async () => {
      for (const example of rule.good) expect(others(await ran(kind, example, {}), id, whole), example).toEqual([])
    })

    it('对它的反例，别的规则要么沉默，要么列在 alsoReports 里', async () => {
      const also = new Set<string>()
      for (const example of rule.bad)
        for (const other of others(await ran(kind, example, {}), id, whole)) also.add(other)
      expect(
        [...also].toSorted(),
        `${[...also].join('、')} 已经报告这些反例：说的是同一件事，就不必再写一条规则；不是同一件事，就列入 alsoReports`,
      ).toEqual([...(rule.alsoReports ?? [])].toSorted())
    })

    it('有名称、理由和依据', () => {
      expect(rule.id).toMatch(/^[a-z-]+\/[a-z-]+$/)
      expect(rule.name.length).toBeLessThanOrEqual(12)
      expect(rule.why).toMatch(/。$/)
      expect(rule.source.title).not.toBe('')
    })
  })

  it('每个规则文件都在清单里，名字就是编号', () => {
    const ids = rules.map(({ id }) => id)
    expect(files.toSorted()).toEqual(ids.toSorted())
  })
}

interface Ran {
  readonly found: readonly Finding[]
  readonly marked: Papers
}

const known = new WeakMap<RuleKind, Map<string, Promise<Ran>>>()

/** What all rules say of an example; worked out once. */
function ran(kind: RuleKind, example: string, writing: Omit<Writing, 'unnamed'>): Promise<Ran> {
  const runs = known.get(kind) ?? new Map<string, Promise<Ran>>()
  known.set(kind, runs)
  const key = JSON.stringify([example, writing])
  const run = runs.get(key) ?? read()
  runs.set(key, run)
  return run

  async function read(): Promise<Ran> {
    const marked = await papersOf(example, { unnamed: kind.unnamed, ...writing })
    return { found: kind.run(marked.papers), marked }
  }
}

/** Where a rule reports something, in the order of the papers. */
function ownPlaces(found: readonly Finding[], id: string): string[] {
  return keysOf(found.filter(({ rule }) => rule === id).map(({ place }) => place))
}

function ownRelated(found: readonly Finding[], id: string): string[] {
  return keysOf(found.filter(({ rule }) => rule === id).flatMap(({ related }) => related))
}

function others({ found }: Ran, id: string, whole: readonly string[]): string[] {
  return [...new Set(found.map(({ rule }) => rule))].filter((rule) => rule !== id && !whole.includes(rule))
}

function keysOf(places: readonly (Place | null)[]): string[] {
  return [...new Set(places.map(keyOf))].toSorted()
}

function keyOf(place: Place | null): string {
  if (place === null) return '（没有的）'
  if (place.kind === 'file') return place.path
  if (place.kind === 'text') return `${place.path} ${place.start}–${place.end}`
  return `${place.path} ${place.address ?? `第${place.row + 1}行`}`
}
