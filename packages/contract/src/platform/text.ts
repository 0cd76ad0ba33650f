import { z } from 'zod'

/** Where Word and web pages break a line: a manual line break, a page break, the separators of Unicode. */
const LINE_BREAKS = /[\v\f\u2028\u2029]/g
/** What takes no room: a zero-width space, a word joiner, a byte order mark. */
const UNSEEN = /[\u200B\u2060\uFEFF]/g

/** A text that people write or paste: at most so many characters, and the sentence that says so; nothing unseen is kept. */
export function textOf(name: string, most: number): z.ZodString {
  return z
    .string(`${name}要写成文字`)
    .overwrite((text) => text.replace(LINE_BREAKS, '\n').replace(UNSEEN, ''))
    .trim()
    .max(most, `${name}最多 ${most} 字`)
}

/** For `min`: at least so many characters, with the sentence that asks for them and says how many. */
export function atLeast(fewest: number, asked: string): [fewest: number, sentence: string] {
  return [fewest, `${asked}，至少 ${fewest} 个字`]
}
