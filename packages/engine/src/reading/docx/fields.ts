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

const OVERLAY = /^\s{0,9}eq\s{0,9}\\o\s{0,9}(?:\\a[clr]\s{0,9})?\(([^(),]{1,9}),([^(),]{1,9})\)/i
/** First sign and first number of the blocks of circled numbers in Unicode. */
const CIRCLED: readonly (readonly [number, number, number])[] = [
  [1, 20, 0x2460],
  [21, 35, 0x3251],
  [36, 50, 0x32b1],
]

/** What a field without result shows: Word's 带圈字符 is `EQ \o\ac(○,1)`, a circle laid over a number: ①. */
export function wordsOfField(code: string): string {
  const parts = OVERLAY.exec(code)
  const inner = [parts?.[1]?.trim() ?? '', parts?.[2]?.trim() ?? ''].find((part) => !/^[○〇◯]?$/.test(part))
  if (inner === undefined) return ''
  const value = /^\d{1,2}$/.test(inner) ? Number(inner) : 0
  for (const [from, to, sign] of CIRCLED)
    if (value >= from && value <= to) return String.fromCodePoint(sign + value - from)
  return inner
}
