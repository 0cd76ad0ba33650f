/** Fields under way in a story (ECMA-376 part 1, 17.16.18): code, perhaps a result, nested in one another. */
export interface Fields<Origin> {
  begin(origin: Origin): void
  separate(): void
  /** Ends the innermost field; returns it if it was begun. */
  end(): Field<Origin> | undefined
  /** Adds to the innermost field's code. */
  instruct(code: string): void
  /** Whether words here are seen: they are not where they belong to a field's code. */
  areWordsShown(): boolean
  /** Tells that words were shown, so that the fields under way have a result. */
  showed(): void
  /** Codes end with their paragraph; one that does not is broken and must not swallow the rest of the document. */
  endParagraph(): void
}

/** A field that has ended. */
interface Field<Origin> {
  readonly origin: Origin
  readonly code: string
  readonly hasResult: boolean
}

/** No field under way. */
export function createFields<Origin>(): Fields<Origin> {
  let open: { origin: Origin; code: string; inCode: boolean; hasResult: boolean }[] = []
  return {
    begin: (origin) => open.push({ origin, code: '', inCode: true, hasResult: false }),
    separate() {
      const field = open.at(-1)
      if (field !== undefined) field.inCode = false
    },
    end: () => open.pop(),
    instruct(code) {
      const field = open.at(-1)
      if (field?.inCode && field.code.length < 1000) field.code += code
    },
    areWordsShown: () => open.every(({ inCode }) => !inCode),
    showed() {
      for (const field of open) field.hasResult = true
    },
    endParagraph() {
      open = open.filter(({ inCode }) => !inCode)
    },
  }
}

const OVERLAY =
  /^\s{0,9}eq\s(?:\s{0,9}\\\*\s{0,9}(?:"[^"]{0,60}"|[\w.-]{1,40})){0,5}\s{0,9}\\o\s{0,9}(?:\\a[clrd]\s{0,9})?\(([\s\S]{1,400})\)\s{0,9}$/i
const RAISED = /^\s{0,9}\\s\s{0,9}\\(?:up|do)\s{0,9}-?\d{0,4}\s{0,9}\(([\s\S]{0,200})\)\s{0,9}$/i
/** First sign and first number of the blocks of circled numbers in Unicode. */
const CIRCLED: readonly (readonly [number, number, number])[] = [
  [1, 20, 0x2460],
  [21, 35, 0x3251],
  [36, 50, 0x32b1],
]

/**
 * What a field without result shows, of Word's signs laid over one another: a circle over a number (带圈字符
 * `EQ \o\ac(○,1)`: ①), the words under a phonetic guide (拼音指南 `EQ \o\ad(\s\up 9(cuàn),爨)`: 爨), signs put
 * together (合并字符 `EQ \o(\s\up5(甲),\s\do2(乙))`: 甲乙).
 */
export function wordsOfField(code: string): string {
  const layers = layersIn(OVERLAY.exec(code)?.[1] ?? '').map((layer) => {
    const raised = RAISED.exec(layer)?.[1]
    return { words: (raised ?? layer).trim(), isRaised: raised !== undefined }
  })
  const seen = layers.filter(({ words }) => !/^[○〇◯□△◇]?$/.test(words))
  const level = seen.filter(({ isRaised }) => !isRaised)
  const words = (level.length > 0 ? level.slice(0, 1) : seen).map((layer) => layer.words).join('')
  return layers.length > seen.length ? circled(words) : words
}

/** The arguments of an overlay, parted by commas that stand in no brackets of their own. */
function layersIn(inside: string): string[] {
  const layers: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at <= inside.length; at++) {
    const char = inside.charAt(at)
    if (char === '(') depth++
    else if (char === ')') depth--
    else if (at === inside.length || (depth === 0 && /[,;，]/.test(char))) {
      layers.push(inside.slice(start, at))
      start = at + 1
    }
  }
  return layers.filter((layer) => layer.trim() !== '')
}

function circled(words: string): string {
  const value = /^\d{1,2}$/.test(words) ? Number(words) : 0
  for (const [from, to, sign] of CIRCLED)
    if (value >= from && value <= to) return String.fromCodePoint(sign + value - from)
  return words
}
