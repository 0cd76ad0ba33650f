import { describe, expect, test } from 'vitest'
import type { Span } from '../span.ts'
import { addToIndex, compare, compareWithIndex, findCandidates } from './compare.ts'
import { createIndex } from './fingerprint-index.ts'
import type { ComparableDocument } from './prepared-document.ts'
import type { SimilarPair } from './similar-pair.ts'
import { honestMaterial, PRESCRIBED, randomFrom, sentencesOf, shuffled, substituted } from './testing/prose.ts'

/** Paragraphs of two hundred characters that share nothing: A, B, C …; their small letters are other authors' words. */
function paragraph(letter: string): string {
  return sentencesOf('', 5, randomFrom(letter.charCodeAt(0) * 7919)).join('')
}

function written(letters: string): string {
  return Array.from(letters, paragraph).join('\n')
}

function lettersOf(text: string, { start, end }: Span): string {
  const words = text.slice(start, end)
  const place = (letter: string): number => words.indexOf(paragraph(letter).slice(60, 140))
  return Array.from('ABCDEFGH')
    .filter((letter) => place(letter) >= 0)
    .toSorted((one, other) => place(one) - place(other))
    .join('')
}

function only(pairs: readonly SimilarPair[]): SimilarPair {
  expect(pairs).toHaveLength(1)
  return pairs[0] as SimilarPair
}

/*
 * Scenarios, each letter a paragraph; what is shared is found as the longest stretches in the order of the first text:
 *
 *   first     second    passages
 */
describe('scenarios', () => {
  test.each([
    ['ABCD', 'ABCD', ['ABCD']], //            all of it
    ['ABxy', 'zwAB', ['AB']], //              at the beginning, at the end
    ['xABy', 'ABzw', ['AB']], //              in the middle
    ['AxBy', 'zAwB', ['A', 'B']], //          twice, with other things between
    ['ABCx', 'yCBA', ['A', 'B', 'C']], //     in another order
    ['Axyz', 'AwAv', ['A', 'A']], //          once here, twice there
    ['ABCD', 'xBCy', ['BC']], //              a part taken over
  ])('%s against %s', (first, second, expected) => {
    const [a, b] = [written(first), written(second)]
    const pair = only(
      compare([
        { id: 'a', text: a },
        { id: 'b', text: b },
      ]),
    )
    expect(pair.passages.map((passage) => lettersOf(a, passage.a))).toEqual(expected)
    expect(pair.passages.map((passage) => lettersOf(b, passage.b))).toEqual(expected)
    const shareOfA = new Set(expected.join('')).size / first.length
    expect(Math.abs(pair.shareOfA - shareOfA)).toBeLessThan(0.03)
  })

  test.each([
    ['nothing in common', 'xyzw', 'uvst'],
    ['an empty text', 'xyz', ''],
    ['two empty texts', '', ''],
  ])('%s is no pair', (_, first, second) => {
    expect(
      compare([
        { id: 'a', text: written(first) },
        { id: 'b', text: written(second) },
      ]),
    ).toEqual([])
  })

  test('a verbatim passage is marked exactly', () => {
    const copied =
      '对城区二次供水泵房移交工作盯得不紧，三个小区连续两年报而不接，居民夏季用水高峰反复停水，直到媒体曝光后才召开协调会研究处置办法，教训十分深刻。'
    const [a, b] = [`${paragraph('x')}\n${copied}\n${paragraph('y')}`, `${paragraph('z')}${copied}${paragraph('w')}`]
    const { passages } = only(
      compare([
        { id: 'a', text: a },
        { id: 'b', text: b },
      ]),
    )
    // The full stop at the end is no letter, so that the passage ends before it.
    expect(passages.map((passage) => a.slice(passage.a.start, passage.a.end))).toEqual([copied.slice(0, -1)])
    expect(passages.map((passage) => b.slice(passage.b.start, passage.b.end))).toEqual([copied.slice(0, -1)])
  })
})

describe('edits do not hide a copy', () => {
  const source = honestMaterial('市水务局', 11)

  test.each([1, 2, 3, 4, 5])('one character in ten substituted (seed %i)', (seed) => {
    const pair = only(
      compare([
        { id: 'a', text: source },
        { id: 'b', text: substituted(source, 0.1, randomFrom(seed)) },
      ]),
    )
    expect(Math.min(pair.shareOfA, pair.shareOfB)).toBeGreaterThan(0.85)
  })

  test.each([1, 2, 3])('unit names swapped and sentences reordered (seed %i)', (seed) => {
    const sentences = source.replaceAll('市水务局', '区交通运输局').split(/(?<=。)/u)
    const copy = shuffled(sentences, randomFrom(seed)).join('')
    const pair = only(
      compare([
        { id: 'a', text: source },
        { id: 'b', text: copy },
      ]),
    )
    expect(Math.min(pair.shareOfA, pair.shareOfB)).toBeGreaterThan(0.8)
  })

  test('words inserted into every sentence', () => {
    const copy = source.replaceAll('，', '，客观地说还是').replaceAll('中有的', '当中有的确实')
    expect(
      only(
        compare([
          { id: 'a', text: source },
          { id: 'b', text: copy },
        ]),
      ).shareOfA,
    ).toBeGreaterThan(0.9)
  })
})

describe('what everyone writes is no copying', () => {
  const units = ['市水务局', '市教育局', '市民政局', '市档案馆', '市住建局', '市科技局']
  const honest = units.map((unit, at) => ({ id: unit, text: honestMaterial(unit, at + 100) }))

  test('honest documents of one campaign share headings and slogans only', () => {
    expect(compare(honest)).toEqual([])
  })

  test('nor two documents that consist of nothing else', () => {
    const text = [...PRESCRIBED.parts, PRESCRIBED.slogan].join('\n')
    expect(
      compare([
        { id: 'a', text },
        { id: 'b', text },
      ]),
    ).toEqual([])
  })

  test('a heading nobody listed does not count where the caller excludes it', () => {
    const heading =
      '围绕贯彻落实全市水利高质量发展大会精神、推动现代水网先导区建设走在前列、主动融入沿江经济带发展大局、切实保障群众饮水安全方面存在的差距和不足'
    const [x, y] = [`${heading}\n${written('xy')}`, `${heading}\n${written('zw')}`]
    const excluded = [{ start: 0, end: heading.length }]
    expect(
      compare([
        { id: 'a', text: x },
        { id: 'b', text: y },
      ]),
    ).toHaveLength(1)
    expect(
      compare([
        { id: 'a', text: x, excluded },
        { id: 'b', text: y, excluded },
      ]),
    ).toEqual([])
  })

  test('a formula nobody listed is known by its frequency, and a copy is still a copy', () => {
    const formula =
      '全市上下正在掀起学习宣传贯彻市第九次党代会精神热潮之际，我们召开这次会议，既是一次党性的集中检视，也是一次思想的深刻洗礼，更是一次再出发的动员。'
    const many = Array.from({ length: 12 }, (_, at) => ({
      id: `d${at}`,
      text: `${formula}\n${honestMaterial('本局', at + 1)}`,
    }))
    expect(compare(many.slice(0, 2))).toHaveLength(1)
    expect(compare(many)).toEqual([])
    const copy = { id: 'copy', text: `${formula}\n${honestMaterial('本局', 3).slice(0, 1_500)}` }
    expect(only(compare([...many, copy]))).toMatchObject({ a: 'd2', b: 'copy' })
  })

  test('what public passages a pair has beside the copied ones is told apart', () => {
    const [a, b] = [`${PRESCRIBED.slogan}${written('A')}`, `${written('A')}${PRESCRIBED.slogan}`]
    const pair = only(
      compare([
        { id: 'a', text: a },
        { id: 'b', text: b },
      ]),
    )
    expect(pair.passages).toHaveLength(1)
    expect(pair.publicPassages).toHaveLength(1)
    expect(pair.shareOfA).toBeGreaterThan(0.95)
  })
})

describe('many documents', () => {
  test('one text handed in by five hundred is not taken for a formula, and pairs do not grow with the square', () => {
    const text = honestMaterial('市水务局', 5).slice(0, 1_200)
    const pairs = compare(
      Array.from({ length: 500 }, (_, at) => ({ id: String(at), text })),
      { candidates: 10 },
    )
    expect(pairs.length).toBeLessThanOrEqual(500 * 10)
    expect(new Set(pairs.flatMap((pair) => [pair.a, pair.b])).size).toBe(500)
    expect(pairs.every((pair) => pair.shareOfA === 1 && pair.shareOfB === 1)).toBe(true)
  })

  test('the most similar come first, a before b as given', () => {
    const documents = [
      { id: 'half', text: written('ABxy') },
      { id: 'source', text: written('ABCD') },
      { id: 'copy', text: written('ABCD') },
    ]
    const pairs = compare(documents)
    expect(pairs.map((pair) => [pair.a, pair.b])).toEqual([
      ['source', 'copy'],
      ['half', 'copy'],
      ['half', 'source'],
    ])
  })

  test('two documents with one id are two documents', () => {
    expect(
      compare([
        { id: 'same', text: written('AB') },
        { id: 'same', text: written('AB') },
      ]),
    ).toHaveLength(1)
  })

  test('a pair of one group is own', () => {
    const own = (group?: string): boolean => {
      const rest = group === undefined ? {} : { group }
      return only(
        compare([
          { id: 'a', text: written('AB'), group: '甲' },
          { id: 'b', text: written('AB'), ...rest },
        ]),
      ).own
    }
    expect([own('甲'), own('乙'), own()]).toEqual([true, false, false])
  })
})

describe('against an index', () => {
  const earlier: readonly ComparableDocument[] = ['ABCD', 'xyzw', 'uvst', 'CDEF'].map((letters) => ({
    id: letters,
    text: written(letters),
  }))
  const textOf = (id: string): ComparableDocument | null => earlier.find((document) => document.id === id) ?? null

  function indexed() {
    const index = createIndex()
    for (const document of earlier) addToIndex(index, document)
    return index
  }

  test('finds what comparing all of them finds', () => {
    const added = { id: 'new', text: written('CDgh') }
    const pairs = compareWithIndex(added, indexed(), textOf)
    const expected = compare([added, ...earlier]).filter((pair) => pair.a === 'new')
    expect(pairs).toEqual(expected)
    expect(pairs.map((pair) => pair.b)).toEqual(['ABCD', 'CDEF'])
  })

  test('does not add the document, nor compare it with itself', () => {
    const index = indexed()
    const known = { id: 'ABCD', text: written('ABCD') }
    expect(compareWithIndex(known, index, textOf).map((pair) => pair.b)).toEqual(['CDEF'])
    const unknown = { id: 'new', text: written('ABCD') }
    compareWithIndex(unknown, index, textOf)
    expect(compareWithIndex(unknown, index, textOf).map((pair) => pair.b)).toEqual(['ABCD', 'CDEF'])
  })

  test('a text that is no longer to be had is passed over', () => {
    expect(compareWithIndex({ id: 'new', text: written('AB') }, indexed(), () => null)).toEqual([])
  })

  test('candidates need no texts', () => {
    expect(findCandidates({ id: 'new', text: written('EFgh') }, indexed()).map((candidate) => candidate.id)).toEqual([
      'CDEF',
    ])
  })
})

describe('hostile texts', () => {
  test.each([
    ['one character', '啊'.repeat(300_000)],
    ['one period', '一二三四五六七八九十'.repeat(30_000)],
    ['two characters at random', Array.from({ length: 100_000 }, binary(2)).join('')],
  ])('%s, hundreds of thousands of times', (_, text) => {
    const pairs = compare([
      { id: 'a', text },
      { id: 'b', text: text.slice(3) },
    ])
    expect(only(pairs).shareOfA).toBeGreaterThan(0.99)
    for (const { a, b } of pairs.flatMap((pair) => pair.passages)) {
      expect(a.start < a.end && a.end <= text.length && b.start < b.end && b.end <= text.length - 3).toBe(true)
    }
  })
})

function binary(seed: number): () => string {
  const random = randomFrom(seed)
  return () => (random() < 0.5 ? '甲' : '乙')
}
