import { z } from 'zod'

/** A text that people write: at most so many characters, and the sentence that says so. */
export function textOf(name: string, most: number): z.ZodString {
  return z.string().trim().max(most, `${name}最多 ${most} 字`)
}
