import { digesting } from '../../platform/audit/index.ts'
import type { ProblemRow } from './problem-queries.ts'

/**
 * What moves without an act on the problem: its organisation, its deadline passing, notices, another merged into it, the
 * meeting it was found at.
 */
type Beside = 'path' | 'isOverdue' | 'openNotices' | 'sources' | 'meetingId' | 'version'

/** What acts write of a problem. One that comes later is empty in the rows before it. */
const WRITTEN: Readonly<Record<Exclude<keyof ProblemRow, Beside>, true>> = {
  ...{ id: true, number: true, organisationId: true, source: true, inspectionId: true, aspect: true, text: true },
  ...{ cause: true, goal: true, class: true, leadId: true, handlerId: true, dueOn: true, state: true, chain: true },
  ...{ approvals: true, approverIds: true, requestedBy: true, result: true, exception: true, registeredOn: true },
  ...{ struckOffOn: true, lookBackOn: true, provedOn: true, relapseOf: true, splitFrom: true, mergedInto: true },
  ...{ mergeInto: true, mergeAskedBy: true, importId: true, aboutId: true },
}

/** The digest of what acts write of a problem; what is empty counts as not there. */
export function rowDigest(problem: ProblemRow): string {
  const written = Object.entries(problem).filter(([field, value]) => field in WRITTEN && !isEmpty(value))
  const digest = digesting()
  digest.add(Object.fromEntries(written))
  return digest.digest().hash
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || value === 0 || (Array.isArray(value) && value.length === 0)
}
