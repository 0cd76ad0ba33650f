import { z } from 'zod'
import { wholeNumber } from '../../platform/number.ts'
import { ApprovalChains, defaultApprovalChains } from './approval-chain.ts'

/** What an office sets of its ledger. */
export const LedgerSettings = z.object({
  lookBackMonths: wholeNumber(1, 36).describe('销号后多少个月回头看'),
  approvals: ApprovalChains.describe('每种来源的问题销号要经过的审批'),
})

export const defaultLedgerSettings: z.infer<typeof LedgerSettings> = {
  lookBackMonths: 6,
  approvals: defaultApprovalChains,
}
