import type { ProblemAction, ProblemDetail, ProblemState } from '@duizhao/contract'
import { describe, expect, it } from 'vitest'
import { actionsOf, askedOfOthers, waitsFor } from './next-action.ts'
import { type Given, problemWith } from './testing/problem.ts'

const measure = (doneOn: string | null): ProblemDetail['measures'][number] => ({
  id: 'm',
  text: '完善制度',
  responsible: '',
  coUnit: '',
  dueOn: null,
  earlyOn: null,
  funding: '',
  contingency: '',
  doneOn,
})
const condition = (id: string, isMet: boolean): ProblemDetail['conditions'][number] => ({
  id,
  name: '',
  isMet,
  missing: '',
})

const TODAY = '2026-11-29'

describe('the next action', () => {
  it.each<[what: string, allowed: readonly ProblemAction[], given: Given, next: ProblemAction | null]>([
    ['nothing is allowed', [], {}, null],
    [
      'a new one is assigned, whatever else may be done',
      ['change', 'planMeasures', 'assign'],
      { state: 'registered' },
      'assign',
    ],
    ['a demand waits for its answer before all else', ['reportProgress', 'answerNotice'], {}, 'answerNotice'],
    [
      'what the superior signed is confirmed before it is refused',
      ['refusePaper', 'strikeOffOnPaper'],
      {},
      'strikeOffOnPaper',
    ],
    ['nobody may approve: the paper is filed', ['withdrawStrikeOff', 'filePaper'], {}, 'filePaper'],
    ['an extension is decided before the end', ['strikeOff', 'decideExtension'], {}, 'decideExtension'],
    ['measures are missing', ['reportProgress', 'planMeasures'], { measures: [] }, 'planMeasures'],
    [
      'measures are there: progress',
      ['planMeasures', 'reportProgress'],
      { measures: [measure(null)] },
      'reportProgress',
    ],
    [
      'a measure is done and nothing shows it',
      ['reportProgress', 'addEvidence'],
      { measures: [measure('2026-03-01')] },
      'addEvidence',
    ],
    [
      'no measure is done: evidence can wait',
      ['reportProgress', 'addEvidence'],
      { measures: [measure(null)] },
      'reportProgress',
    ],
    [
      'all conditions are met but the figure, which is written in the request itself',
      ['reportProgress', 'requestStrikeOff'],
      {
        measures: [measure('2026-03-01')],
        conditions: [condition('measures-done', true), condition('result-in-figures', false)],
      },
      'requestStrikeOff',
    ],
    [
      'a condition is not met',
      ['reportProgress', 'requestStrikeOff'],
      { measures: [measure(null)], conditions: [condition('measures-done', false)] },
      'reportProgress',
    ],
    ['overdue: a demand', ['withdrawStrikeOff', 'issueNotice'], { overdueDays: 1 }, 'issueNotice'],
    [
      'asked for: one waits, and neither takes it back nor demands it first',
      ['withdrawStrikeOff', 'issueNotice'],
      { state: 'strike_off_requested', overdueDays: 0 },
      null,
    ],
    ['only a demand is allowed', ['issueNotice'], { overdueDays: 0 }, 'issueNotice'],
    ['a demand waits for its answer', ['issueNotice'], { overdueDays: 9, openNotice: { answerDueOn: TODAY } }, null],
    [
      'a demand was not answered in time: the next one',
      ['issueNotice'],
      { overdueDays: 9, openNotice: { answerDueOn: '2026-11-28' } },
      'issueNotice',
    ],
    [
      'struck off, the look-back is due',
      ['proveEffective'],
      { state: 'struck_off', lookBackOn: '2026-11-29' },
      'proveEffective',
    ],
    [
      'struck off, the look-back is months away',
      ['proveEffective'],
      { state: 'struck_off', lookBackOn: '2027-05-29' },
      null,
    ],
    ['underway without a leader', ['assign'], { state: 'rectifying', lead: null }, 'assign'],
    [
      'underway with a leader: no need to assign',
      ['assign'],
      { state: 'rectifying', lead: { id: 'l', name: '王明' } },
      null,
    ],
    ['what is seldom done is never next', ['change', 'transfer', 'requestMerge', 'split', 'findRelapse'], {}, null],
  ])('%s', (_, allowed, given, next) => {
    expect(actionsOf(problemWith({ ...given, allowed: [...allowed] }), TODAY).next).toBe(next)
  })

  it('each allowed action stands in one place, the seldom ones apart', () => {
    const allowed: ProblemAction[] = ['change', 'planMeasures', 'reportProgress', 'split', 'addEvidence']
    const { next, others, seldom } = actionsOf(problemWith({ allowed, measures: [measure(null)] }), TODAY)
    expect(next).toBe('reportProgress')
    expect(others).toEqual(['planMeasures', 'addEvidence'])
    expect(seldom).toEqual(['change', 'split'])
  })
})

describe('whom a problem waits for', () => {
  const approvals = [
    { name: '单位主要负责人确认', isDone: true, by: '王明', onPaper: null, fallsTo: 'role' as const, mayApprove: [] },
    { name: '上级核验', isDone: false, by: null, onPaper: null, fallsTo: 'role' as const, mayApprove: ['赵强'] },
  ]
  const paper = {
    authority: '临江市纪委',
    signedBy: '周正',
    datedOn: '2026-01-05',
    name: '核验意见.pdf',
    by: '李红',
    evidenceId: 'e',
    mayConfirm: ['周正', '钱明'],
  }
  const lead = { id: 'l', name: '王明' }
  const handler = { id: 'h', name: '李红' }
  it.each<[state: ProblemState, given: Given, words: string]>([
    ['registered', {}, '等待分派。'],
    ['assigned', { lead, handler }, '由李红整改。'],
    ['assigned', { lead, handler: null }, '由王明整改。'],
    ['rectifying', { lead: null, handler: null }, '由责任单位整改。'],
    ['strike_off_requested', { approvals }, '等待上级核验（赵强）。'],
    ['unit_confirmed', { approvals: [] }, '等待核验。'],
    [
      'strike_off_requested',
      { approvals: approvals.map((each) => ({ ...each, fallsTo: 'nobody' as const })) },
      '等待登记上级书面核验。',
    ],
    ['strike_off_requested', { approvals, paper }, '等待另一个人确认上级书面核验（周正、钱明）。'],
    ['closure_claimed', { mayConfirmClosure: ['赵强'] }, '等待别人确认导入时已销号（赵强）。'],
    ['struck_off', { approvals, lead }, '已经销号，现在没有要做的事。'],
    ['relapsed', { heirs: [{ id: 'p', number: 9, relation: 'relapse' }] }, '由后面的问题接着整改。'],
    ['superseded', { heirs: [{ id: 'p', number: 9, relation: 'merge' }] }, '由后面的问题接着整改。'],
    // Its heir lies where the one who looks may not see it.
    ['superseded', { heirs: [] }, '现在没有要做的事。'],
  ])('%s %o: %s', (state, given, words) => {
    expect(waitsFor(problemWith({ ...given, state }), TODAY)).toBe(words)
  })
})

describe('what was asked of others', () => {
  const pending = {
    id: 'e',
    until: '2027-01-05',
    class: null,
    reason: '资金未到位',
    by: '李红',
    at: '',
    decision: null,
  }
  const decision = { isGranted: true, reason: '', by: '赵强', at: '' }
  const pendingMerge = { id: 'm', number: 9, by: '李红', reason: '', text: null }
  it.each<[what: string, given: Given, words: readonly (string | undefined)[]]>([
    ['nothing', { extensions: [{ ...pending, decision }], mayDecideExtension: ['赵强'] }, []],
    [
      'more time',
      { extensions: [pending], mayDecideExtension: ['赵强', '钱明'] },
      ['延期申请等待赵强、钱明中的一人决定，同意以前时限不变。'],
    ],
    [
      'more time, of nobody',
      { extensions: [pending] },
      ['延期申请现在没有别人能决定，请安全管理员另外授权，同意以前时限不变。'],
    ],
    ['to be merged', { pendingMerge: { ...pendingMerge, mayDecide: ['赵强'] } }, ['并入问题 9 号的申请等待赵强决定。']],
    [
      'an answer',
      { openNotice: { answerDueOn: '2026-12-05' }, lead: { id: 'l', name: '王明' } },
      ['督办单等待王明答复，期限2026年12月5日。'],
    ],
  ])('%s', (_, given, words) => {
    expect(Object.values(askedOfOthers(problemWith(given)))).toEqual(words)
  })
})
