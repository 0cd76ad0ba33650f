import { z } from 'zod'

/** A whole number within bounds, and the sentence that names them. */
export function wholeNumber(least: number, most: number): z.ZodInt {
  const error = `要填 ${least} 到 ${most} 之间的整数`
  return z.int(error).min(least, error).max(most, error)
}
