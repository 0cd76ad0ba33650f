import { z } from 'zod'

/**
 * Why a request was refused. `invalid`: the request does not make sense; `conflict`: it does, but not in the present state
 * (someone was faster, a rule forbids it); what one may not see is `not_found`. `busy`: too many requests. `unavailable`: the
 * database cannot be reached or others hold it; nothing was done.
 */
export const refusalCodes = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'busy',
  'unavailable',
  'broken',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** What any endpoint may answer; an endpoint names only what it may answer beyond that. */
export const refusalsEverywhere = ['invalid', 'unauthenticated', 'forbidden', 'busy', 'unavailable', 'broken'] as const
export type OwnRefusal = Exclude<RefusalCode, (typeof refusalsEverywhere)[number]>

export const refusalStatus: Readonly<Record<RefusalCode, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  busy: 429,
  unavailable: 503,
  broken: 500,
}

/** The place a refusal is about: a field of the form, or a sheet, row and cell of a file. */
export const RefusedPlace = z.object({
  field: z.string().optional(),
  sheet: z.string().optional().describe('工作表，或第几张表'),
  row: z.int().optional().describe('文件中的行号，从 1 开始'),
  cell: z.string().optional().describe('单元格，如 B7'),
  message: z.string(),
})
export type RefusedPlace = z.infer<typeof RefusedPlace>

/** The body of every refused request (RFC 9457, application/problem+json). */
export const RefusalBody = z.object({
  type: z.string(),
  status: z.int(),
  code: z.enum(refusalCodes),
  title: z.string().describe('发生了什么'),
  detail: z.string().optional(),
  todo: z.string().optional().describe('接下来怎么办'),
  places: z.array(RefusedPlace).optional(),
  /** The present state of what was to be changed, when someone else changed it first. */
  current: z.unknown().optional(),
  requestId: z.string(),
})
export type RefusalBody = z.infer<typeof RefusalBody>
