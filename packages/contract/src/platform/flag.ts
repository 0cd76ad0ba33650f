import { z } from 'zod'

/** A yes or no in an address: `true` or `false` there, a boolean for who calls. */
export const flag = z.union([z.boolean(), z.stringbool()])
