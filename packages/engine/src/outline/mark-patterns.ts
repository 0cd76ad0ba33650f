import { chineseNumber } from '../wording/chinese-number.ts'
import type { MarkFamily } from './part.ts'

/**
 * How one kind of mark is written. Marks with the same key form a list; keys, not families, tell lists apart,
 * because 一是 and 一要, or 第一 and 首先, do not continue each other.
 */
export interface MarkPattern {
  readonly key: string
  readonly family: MarkFamily
  /** Usual depth, smaller is higher (GB/T 9704—2012: 一、 （一） 1. （1）). What a document really does wins over it. */
  readonly rank: number
  /** Sticky pattern at the start of a line; the first group is the number. */
  readonly atLine?: RegExp
  /** Global pattern inside a line; the first group is the number. Only runs of at least two count. */
  readonly inline?: RegExp
  /** True if a run inside a line may repeat or skip a number (a defect to report) and still be a run. */
  readonly forgiving?: boolean
}

const N = '([一二三四五六七八九十]{1,3})'
/** A mark inside a line stands after a stop … */
const STOP = '(?<=^|[。；：:;！？!?\\s”"）)])'
/** … or, if it cannot be anything else, after a comma too. */
const PAUSE = '(?<=^|[。；：:;！？!?\\s，,、”"“（(—…])'

/** The rest of a line that is a heading: a few characters, no figures, no stop. */
const SHORT_LINE = '(?=[\\u4e00-\\u9fff“”《》、（）]{2,30}\\s*$)'

/** Words that begin with 一 and are no marks although they stand after a stop: 一些、一方面、一把手 … */
const NOT_AFTER_ONE =
  '[些定直个般线把旦切名年起次时手致步如岗项批种件位系届味再律边流言并贯度票样儿天人句条轮期号级类层块周月二三四五六七八九十百千万、是要]' +
  '|方面|部分|以贯之|经[^费济营验]|对一|心一意|支[^部]|同|体化|大批|来[^信访]|向'
const NOT_AFTER_NUMBER = '[十百千万年月个次类者是要条届季章、〇]|日[^常]|大[^力胆]|中[^心央层]|级[^干别]|项[^目]'

export const markPatterns: readonly MarkPattern[] = [
  { key: 'chapter', family: 'chapter', rank: 0, atLine: new RegExp(`第${N}(?:部分|章|篇|节)[、：:]?`, 'y') },
  // 壹、贰、叁 as on a cheque, over lists of any kind.
  { key: 'formal', family: 'chapter', rank: 0.5, atLine: /([壹贰叁肆伍陆柒捌玖拾])\s?[、.．：:]/y },
  {
    key: 'comma',
    family: 'comma',
    rank: 1,
    atLine: new RegExp(`${N}\\s{0,2}(?:、|[．.](?!\\d))`, 'y'),
    inline: new RegExp(`(?<=[。；：:;！？\\s])${N}、`, 'g'),
  },
  // A number set apart by a space alone heads a short line: “一 政治建设”, “2  认领的问题”, “2.1  组织建设方面”.
  { key: 'spaced', family: 'comma', rank: 1, atLine: new RegExp(`${N}\\s{1,4}${SHORT_LINE}`, 'y') },
  { key: 'spaced-arabic', family: 'arabic', rank: 1, atLine: new RegExp(`(\\d{1,2})\\s{1,4}${SHORT_LINE}`, 'y') },
  {
    key: 'decimal',
    family: 'arabic',
    rank: 2,
    atLine: new RegExp(`\\d{1,2}[.．](\\d{1,2})\\s{1,4}${SHORT_LINE}`, 'y'),
  },
  {
    key: 'parenthesis',
    family: 'parenthesis',
    rank: 2,
    atLine: new RegExp(`[（(〔]\\s?${N}\\s?[）)〕][、.．：:]?`, 'y'),
    inline: new RegExp(`[（(]${N}[）)]`, 'g'),
    forgiving: true,
  },
  {
    key: 'arabic',
    family: 'arabic',
    rank: 3,
    atLine: /([\d０-９]{1,2})\s?[.．、](?!\d(?!\d{0,3}[年月日]))/y,
    inline: /(?<![\d.．年月第—\-~～])([\d０-９]{1,2})[.．、](?!月|\d(?!\d{0,3}[年月日]))/g,
  },
  {
    key: 'labelled',
    family: 'arabic',
    rank: 3,
    atLine: /(?:问题|措施|原因|不足)\s?([一二三四五六七八九十]{1,3}|[\d０-９]{1,2})\s?[：:、.．]/y,
  },
  {
    key: 'arabic_parenthesis',
    family: 'arabic_parenthesis',
    rank: 4,
    atLine: /[（(]?\s?([\d０-９]{1,2})\s?[）)][、.．]?/y,
    inline: /[（(]([\d０-９]{1,2})[）)]/g,
    forgiving: true,
  },
  { key: 'enclosed', family: 'arabic_parenthesis', rank: 4, atLine: /([⑴-⒇])/y, inline: /([⑴-⒇])/g, forgiving: true },
  { key: 'stopped', family: 'arabic', rank: 3, atLine: /([⒈-⒛])/y, inline: /([⒈-⒛])/g },
  { key: 'circled', family: 'circled', rank: 5, atLine: /([①-⑳])/y, inline: /([①-⑳])/g, forgiving: true },
  {
    key: 'is',
    family: 'is',
    rank: 6,
    atLine: new RegExp(`${N}是(?![否非]|[一二][、，])`, 'y'),
    inline: new RegExp(`${PAUSE}${N}是(?![否非]|[一二][、，])`, 'g'),
    forgiving: true,
  },
  {
    key: 'must',
    family: 'is',
    rank: 6,
    atLine: new RegExp(`${N}要(?![求素点])`, 'y'),
    inline: new RegExp(`${STOP}${N}要(?![求素点])`, 'g'),
  },
  {
    key: 'ordinal',
    family: 'ordinal_word',
    rank: 6,
    atLine: new RegExp(`[第头]${N}[条点件样]?(?:[，,、：:是]|还是)`, 'y'),
    inline: new RegExp(`${PAUSE}[第头]${N}[条点件样]?(?:[，,、：:是]|还是)`, 'g'),
    forgiving: true,
  },
  {
    key: 'among',
    family: 'ordinal_word',
    rank: 6,
    atLine: new RegExp(`其${N}[，,、：:是]`, 'y'),
    inline: new RegExp(`${PAUSE}其${N}[，,、：:是]`, 'g'),
  },
  {
    key: 'first',
    family: 'ordinal_word',
    rank: 6,
    atLine: /(首先|其次|再次|最后)(?:是|[，,、：:])/y,
    inline: /(?<=^|[。；：:;！？\s])(首先|其次|再次|最后)(?:是|[，,、：:])/g,
    forgiving: true,
  },
  {
    key: 'oral',
    family: 'ordinal_word',
    rank: 6,
    inline:
      /(?<=^|[。；：:！？\s])(头一|再一|还有一|最后一|一|另一|还有|再有)(?:(?:[条件点]|(?<=一)个)(?:是|，(?!就?是))|(?<=有)就是)/g,
    forgiving: true,
  },
  {
    // Only announced by a colon: 一方面……另一方面…… is otherwise an ordinary sentence.
    key: 'sides',
    family: 'ordinal_word',
    rank: 6,
    inline: /(?:(?<=[：:])(?=一方面)|(?<=[。；])(?=另一方面))(一方面|另一方面)[，,]/g,
  },
  {
    key: 'bare',
    family: 'bare',
    rank: 7,
    inline: new RegExp(
      `(?<=[。；：:;])(一(?![、是要])|[二三四五六七八九](?!${NOT_AFTER_NUMBER}))(?=[\\u4e00-\\u9fff])`,
      'g',
    ),
    forgiving: true,
  },
]

const ORDINARY_ONE = new RegExp(`^一(?:${NOT_AFTER_ONE})`)

/** True if the words begin like 一些、一方面、一年内: most likely no mark. */
export function beginsOrdinaryWord(words: string): boolean {
  return ORDINARY_ONE.test(words)
}

const SEQUENCE_WORDS = ['首先', '其次', '再次', '最后']
const SIDES = ['一方面', '另一方面']
const ORAL = ['头一', '再一', '还有一', '最后一']
/** How a second and later one is told without counting. */
const FURTHER = ['另一', '还有', '再有']
const FORMAL = '壹贰叁肆伍陆柒捌玖拾'

/** The number a mark's first group stands for: 一 → 1, 12 → 12, ③ → 3, 其次 → 2. NaN if it is none. */
export function ordinalOf(written: string): number {
  const circled = written.codePointAt(0) ?? 0
  if (circled >= 0x2460 && circled <= 0x2473) return circled - 0x245f
  if (circled >= 0x2474 && circled <= 0x2487) return circled - 0x2473
  if (circled >= 0x2488 && circled <= 0x249b) return circled - 0x2487
  if (FURTHER.includes(written)) return 2
  if (FORMAL.includes(written)) return FORMAL.indexOf(written) + 1
  const word = Math.max(...[SEQUENCE_WORDS, SIDES, ORAL].map((words) => words.indexOf(written)))
  return word >= 0 ? word + 1 : chineseNumber(written)
}
