import type { ProblemDetail } from '@duizhao/contract'

/** What a test says of a problem; the rest goes without saying. */
export type Given = Partial<ProblemDetail>

const plain: ProblemDetail = {
  id: 'p1',
  number: 1,
  unitNumber: 1,
  numberedBy: null,
  organisation: { id: 'o1', name: '临江市水务局' },
  source: 'meeting',
  aspect: '作风',
  text: '调研不深入',
  cause: '',
  goal: '',
  class: 'dated',
  dueOn: '2026-06-30',
  state: 'rectifying',
  lead: null,
  handler: null,
  about: null,
  registeredOn: '2026-01-05',
  struckOffOn: null,
  lookBackOn: null,
  provedOn: null,
  relapseOf: null,
  overdueDays: 0,
  version: 3,
  result: '',
  exception: '',
  measures: [],
  progress: [],
  evidence: [],
  origins: [],
  extensions: [],
  mayDecideExtension: [],
  pendingMerge: null,
  paper: null,
  claimed: 0,
  mayConfirmClosure: [],
  openNotice: null,
  heirs: [],
  approvals: [],
  endedRequest: null,
  conditions: [],
  unreached: [],
  hints: [],
  allowed: [],
}

/** A problem under rectification, with what is said of it. */
export function problemWith(given: Given): ProblemDetail {
  return { ...plain, ...given }
}
