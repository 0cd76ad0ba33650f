/** A sign of a pair: a bracket or a quotation mark. */
interface Sign {
  readonly sign: string
  readonly at: number
}

/** What is wrong with the paired signs of a line. `from` and `to` are offsets in the line. */
export interface UnpairedSign {
  readonly from: number
  readonly to: number
  readonly kind: 'lone-opening' | 'lone-closing' | 'two-widths' | 'single-and-double' | 'turned' | 'nested'
}

const PAIRS: Readonly<Record<string, string>> = {
  '《': '》',
  '（': '）',
  '(': ')',
  '【': '】',
  '「': '」',
  '〔': '〕',
}
const BRACKETS = /[《》（）()【】「」〔〕]/g
const QUOTES = /[“”‘’]/g
/** What a quotation of a word or a slogan does not have. */
const CLAUSE_ENDS = /[，。；：！？]/
const LONGEST_QUOTED = 24

/** The partner of a sign of either width, written in full width. */
function partnerOf(opening: string): string {
  return opening === '(' ? '）' : (PAIRS[opening] ?? '')
}

/** The brackets of a line that have no partner, or one of another width. Lone half-width ones are left alone. */
export function* unpairedBrackets(line: string): Generator<UnpairedSign> {
  const open: Sign[] = []
  for (const { 0: sign, index: at } of line.matchAll(BRACKETS)) {
    if (sign in PAIRS) {
      open.push({ sign, at })
      continue
    }
    const full = sign === ')' ? '）' : sign
    const place = open.findLastIndex((opened) => partnerOf(opened.sign) === full)
    if (place < 0) {
      if (sign !== ')' && !isListMark(line, at)) yield { from: at, to: at + 1, kind: 'lone-closing' }
      continue
    }
    const [opened, ...lost] = open.splice(place)
    if (opened && PAIRS[opened.sign] !== sign) yield { from: opened.at, to: at + 1, kind: 'two-widths' }
    yield* lone(lost)
  }
  yield* lone(open)
}

function* lone(signs: readonly Sign[]): Generator<UnpairedSign> {
  for (const { sign, at } of signs) if (sign !== '(') yield { from: at, to: at + 1, kind: 'lone-opening' }
}

/** "1）" and "一）" close nothing. */
function isListMark(line: string, at: number): boolean {
  return (
    line.charAt(at) === '）' &&
    /(?:^|[。；\s])[\d一二三四五六七八九十①-⑳a-z]{1,2}$/.test(line.slice(Math.max(0, at - 3), at))
  )
}

/** The quotation marks of a line that are alone, turned round, nested without single ones, or single on one side only. */
export function* unpairedQuotes(line: string): Generator<UnpairedSign> {
  const signs = Array.from(line.matchAll(QUOTES), ({ 0: sign, index: at }): Sign => ({ sign, at }))
  if (signs.some(({ sign }) => sign === '‘' || sign === '’')) yield* quotesOfTwoKinds(signs)
  else yield* doubleQuotes(line, signs)
}

function* quotesOfTwoKinds(signs: readonly Sign[]): Generator<UnpairedSign> {
  const open: Sign[] = []
  for (const { sign, at } of signs) {
    if (sign === '“' || sign === '‘') {
      open.push({ sign, at })
      continue
    }
    const place = open.findLastIndex((opened) => opened.sign === (sign === '”' ? '“' : '‘'))
    if (place >= 0) yield* lone(open.splice(place).slice(1))
    else {
      const other = open.pop()
      yield other
        ? { from: other.at, to: at + 1, kind: 'single-and-double' }
        : { from: at, to: at + 1, kind: 'lone-closing' }
    }
  }
  yield* lone(open)
}

function* doubleQuotes(line: string, signs: readonly Sign[]): Generator<UnpairedSign> {
  for (let i = 0; i < signs.length;) {
    const [taken, found] = nextQuote(line, signs.slice(i, i + 4))
    if (found) yield found
    i += taken
  }
}

/** What stands in quotation marks wherever it is written, in a quotation too. */
const QUOTED_TERMS =
  /^(?:十[一二三四五六]五|一带一路|三农|四风|三会一课|两个确立|两个维护|四个意识|四个自信|四个全面|五位一体|三重一大|一岗双责|第一议题|国之大者|三不腐|四种形态|两学一做|三严三实|枫桥经验|千万工程|放管服|双碳|双减|八个坚持|一把手)$/

/** How many of the coming marks belong together, and what is wrong with them. */
function nextQuote(line: string, [first, second, third, fourth]: readonly Sign[]): [number, UnpairedSign | null] {
  if (!first) return [1, null]
  const alone: UnpairedSign = {
    from: first.at,
    to: first.at + 1,
    kind: first.sign === '“' ? 'lone-opening' : 'lone-closing',
  }
  if (!second) return [1, alone]
  const quoted = line.slice(first.at + 1, second.at)
  const turned: UnpairedSign = { from: first.at, to: second.at + 1, kind: 'turned' }
  const isShort = quoted.length > 0 && quoted.length <= LONGEST_QUOTED && !CLAUSE_ENDS.test(quoted)
  if (first.sign === '”') return isShort ? [2, turned] : [1, alone]
  if (second.sign === '”') {
    const between = third?.sign === '“' && fourth?.sign === '”' ? line.slice(second.at + 1, third.at) : ''
    if (third === undefined || !QUOTED_TERMS.test(between)) return [2, null]
    return [4, { from: second.at, to: third.at + 1, kind: 'nested' }]
  }
  if (third?.sign !== '”') return isShort ? [2, turned] : [1, alone]
  if (fourth?.sign !== '”') return [1, alone]
  const inner = line.slice(second.at + 1, third.at)
  if (CLAUSE_ENDS.test(inner)) return [2, turned]
  return [4, { from: second.at, to: third.at + 1, kind: 'nested' }]
}
