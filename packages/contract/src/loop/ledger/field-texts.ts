import { z } from 'zod'

/**
 * The texts written about a problem: each schema holds its limits and the sentence that says what is wrong, for requests,
 * imports and forms alike. A form reads `minLength` and `maxLength` off the schema.
 */
function textOf(name: string, most: number): z.ZodString {
  return z.string().trim().max(most, `${name}最多 ${most} 字`)
}

export const ProblemText = textOf('问题', 4_000).min(4, '请写清问题，至少 4 个字')
export const Aspect = textOf('类别', 200).describe('方面、类别')
export const Cause = textOf('原因', 4_000)
export const Goal = textOf('整改目标', 1_000).describe('整改目标')
export const Reason = textOf('理由', 1_000).min(2, '请写明理由')

export const MeasureText = textOf('整改措施', 4_000).min(2, '请写整改措施，至少 2 个字')
export const Responsible = textOf('责任单位和责任人', 200).describe('责任单位和责任人')
export const Funding = textOf('资金保障', 200).describe('资金保障')
export const Contingency = textOf('预案', 500).describe('完不成时的预案')
/** How many measures a problem can have. */
export const MOST_MEASURES = 50

/** What was done; a report of progress says at least a little. */
export const ProgressText = textOf('一次进展', 4_000)
/** What came of it; a request to strike off says at least a little. */
export const ResultText = textOf('整改成效', 2_000)
