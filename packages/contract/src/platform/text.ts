import { z } from 'zod'

/** A text that people write: at most so many characters, and the sentence that says so. */
export function textOf(name: string, most: number): z.ZodString {
  return z.string().trim().max(most, `${name}最多 ${most} 字`)
}

/** For `min`: at least so many characters, with the sentence that asks for them and says how many. */
export function atLeast(fewest: number, asked: string): [fewest: number, sentence: string] {
  return [fewest, `${asked}，至少 ${fewest} 个字`]
}
