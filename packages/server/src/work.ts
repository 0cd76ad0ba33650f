import type { Work } from '@duizhao/workshop'
import { campaignWork } from './loop/campaigns/work.ts'
import { dutyWork } from './loop/duties/work.ts'
import { feedbackWork } from './loop/feedback/work.ts'
import { figureWork } from './loop/figures/work.ts'
import { ledgerWork } from './loop/ledger/work.ts'
import { recordWork } from './loop/records/work.ts'
import { batchWork } from './loop/papers/batches/index.ts'
import { paperWork } from './loop/papers/work.ts'
import { recurrenceWork } from './loop/recurrence/work.ts'
import { reviewWork } from './loop/reviews/work.ts'
import { supervisionWork } from './loop/supervision/work.ts'
import { organisationWork } from './office/organisation/work.ts'
import { postWork } from './office/posts/work.ts'

/** Everything that is done in the workshop, by the feature that has it done. */
export const works: readonly Work[] = [
  ...organisationWork,
  ...postWork,
  ...ledgerWork,
  ...recordWork,
  ...paperWork,
  ...recurrenceWork,
  ...reviewWork,
  ...batchWork,
  ...campaignWork,
  ...dutyWork,
  ...feedbackWork,
  ...figureWork,
  ...supervisionWork,
]
