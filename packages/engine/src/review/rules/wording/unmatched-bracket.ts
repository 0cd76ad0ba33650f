import type { Observation, Rule } from '../../rule.ts'
import { visibleLines, type VisibleLine } from '../../visible-lines.ts'

const PAIRS: Readonly<Record<string, string>> = {
  '《': '》',
  '“': '”',
  '‘': '’',
  '（': '）',
  '【': '】',
  '「': '」',
  '〔': '〕',
}
const SIGNS = new RegExp(`[${Object.entries(PAIRS).flat().join('')}]`, 'g')
const QUOTES = /[“”‘’]/
const NAMES: Readonly<Record<string, string>> = {
  '《': '书名号',
  '》': '书名号',
  '“': '引号',
  '”': '引号',
  '‘': '引号',
  '’': '引号',
}
const LONGEST = 13

/** Opening signs without a partner, and closing ones; quotations that run over several paragraphs are left alone. */
function* unmatched(line: VisibleLine): Generator<Observation> {
  const open: { sign: string; at: number }[] = []
  for (const { 0: sign, index: i } of line.plain.matchAll(SIGNS)) {
    if (sign in PAIRS) open.push({ sign, at: i })
    else {
      const partner = open.findLastIndex((opened) => PAIRS[opened.sign] === sign)
      if (partner >= 0) {
        for (const lost of open.splice(partner).slice(1)) yield lone(line, lost.at, lost.sign)
      } else if (QUOTES.test(sign) && QUOTES.test(open.at(-1)?.sign ?? '')) {
        const at = open.pop()?.at ?? i
        yield { place: line.spanOf(at, i + 1), message: '引号前后不一致，一边是双引号一边是单引号，请改成一对' }
      } else if (!isListMark(line.plain, i)) yield lone(line, i, sign)
    }
  }
  for (const lost of open) yield lone(line, lost.at, lost.sign)
}

/** "1）" and "一）" close nothing. */
function isListMark(plain: string, at: number): boolean {
  return (
    plain.charAt(at) === '）' &&
    /(?:^|[。；\s])[\d一二三四五六七八九十①-⑳a-z]{1,2}$/.test(plain.slice(Math.max(0, at - 3), at))
  )
}

function lone(line: VisibleLine, at: number, sign: string): Observation {
  const partner = PAIRS[sign]
  if (partner === undefined) {
    const message = `${NAMES[sign] ?? '括号'}只有后半边 ${sign} ，请补上前半边或删去`
    return { place: line.spanOf(at, at + 1), message }
  }
  const rest = line.plain.slice(at + 1, at + LONGEST)
  const stop = rest.search(/[，。；：\n]/)
  const end = at + 1 + (stop >= 0 ? stop : rest.length)
  return {
    place: line.spanOf(at, end),
    message: `${NAMES[sign] ?? '括号'}只有前半边 ${sign} ，请补上后半边 ${partner}`,
  }
}

export const unmatchedBracket: Rule = {
  id: 'wording/unmatched-bracket',
  name: '引号书名号不成对',
  severity: 'error',
  why: '引号、书名号、括号必须成对，缺一半会使文件名、引语分不清起止。',
  source: { title: 'GB/T 15834—2011 标点符号用法', known: 'regulation' },
  *check({ document }) {
    for (const line of visibleLines(document)) {
      if (line.isCell) continue
      yield* unmatched(line)
    }
  },
  bad: [
    '存在⟦“上热、中温、下冷’⟧现象。',
    '根据⟦《关于开好民主生活会的通知⟧，现报告如下。',
    '坚持⟦“四必谈⟧，开展谈心谈话。',
    '落实制度⟦》⟧要求。',
  ],
  good: [
    '根据《关于开好民主生活会的通知》，现报告如下。',
    '1）加强学习。2）改进作风。',
    '做到“知其然，也知其‘所以然’”。',
    '（一）存在的问题（含上级点出的问题）',
  ],
}
