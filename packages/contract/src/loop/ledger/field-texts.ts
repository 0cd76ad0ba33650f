/**
 * The texts written about a problem: each schema holds its limits and the sentence that says what is wrong, for requests,
 * imports and forms alike.
 */
import { atLeast, textOf } from '../../platform/text.ts'

export const ProblemText = textOf('问题', 4_000).min(...atLeast(4, '请写清问题'))
export const Aspect = textOf('类别', 200).describe('方面、类别')
export const Cause = textOf('原因', 4_000)
export const Goal = textOf('整改目标', 1_000).describe('整改目标')

/** Why something is done; where none is asked, there may be one all the same. */
export const MaybeReason = textOf('理由', 1_000)
export const Reason = MaybeReason.min(...atLeast(2, '请写明理由'))
/** Why one asks for a strike-off all the same where a condition is not met. */
export const Exception = MaybeReason.min(...atLeast(4, '请写明条件没有全部满足而申请的理由'))
export const Opinion = textOf('核验意见', 1_000).min(...atLeast(2, '请写核验意见'))
/** What one saw at a look-back. */
export const FoundText = textOf('看到的', 1_000)
  .min(...atLeast(2, '请写看到了什么'))
  .describe('看到了什么')

export const MeasureText = textOf('整改措施', 4_000).min(...atLeast(2, '请写整改措施'))
export const Responsible = textOf('责任单位和责任人', 200).describe('责任单位和责任人')
export const CoUnit = textOf('配合单位', 200).describe('配合单位')
export const Funding = textOf('资金保障', 200).describe('资金保障')
export const Contingency = textOf('预案', 500).describe('完不成时的预案')
/** How many measures a problem can have. */
export const MOST_MEASURES = 50

/** What was done; a report of progress says at least a little. */
export const ProgressText = textOf('一次进展', 4_000)
/** What came of it; a request to strike off says at least a little. */
export const ResultText = textOf('整改成效', 2_000)
