import { describe, expect, it } from 'vitest'
import { type Permission, permissions } from '../../platform/permissions.ts'
import { transitionFor } from '../../platform/machine.ts'
import {
  askedStates,
  changeableStates,
  isAsked,
  isChangeable,
  isClosed,
  isOpen,
  openStates,
  type ProblemState,
  problemStates,
  standingOf,
} from './problem.ts'
import { type EntryGuard, problemActionNames, problemActions, problemMachine } from './problem-machine.ts'

const everyPermission = new Set(Object.keys(permissions) as Permission[])

describe('the state machine of a problem', () => {
  it('names every action', () => {
    expect(Object.keys(problemActionNames)).toEqual([...problemActions])
  })

  it('is not ambiguous: for an action in a state, under any guards, at most one way leads on', () => {
    for (const state of problemStates)
      for (const action of problemActions) {
        const ways = problemMachine.transitions.filter((each) => each.action === action && each.from?.includes(state))
        expect(ways.length, `${action} in ${state}`).toBeLessThanOrEqual(1)
      }
  })

  it('leaves its ends by nothing', () => {
    for (const { from, to } of problemMachine.transitions)
      if (from?.some((state) => !isOpen(state) && !isClosed(state) && state !== 'closure_claimed'))
        expect(to).toBeNull()
  })

  it('strikes off only what was asked for and is at its last approval', () => {
    for (const { from, needs } of problemMachine.transitions.filter((each) => each.to === 'struck_off')) {
      expect(from).toEqual(['strike_off_requested', 'unit_confirmed'])
      expect(needs).toEqual(expect.arrayContaining(['isNextApprover', 'isLastApproval']))
    }
  })

  it('strikes off on paper only where nobody may approve, and by another than who filed it', () => {
    const steps = problemMachine.transitions.filter((each) => each.to === 'struck_off_on_paper')
    expect(steps.map(({ from, needs }) => [from, needs])).toEqual([
      [
        ['strike_off_requested', 'unit_confirmed'],
        ['hasNoApprover', 'hasPaper', 'filedNotPaper', 'confirmsPapers', 'isLastOnPaper'],
      ],
    ])
  })

  it('takes over what a list calls done only as another confirms it', () => {
    const steps = problemMachine.transitions.filter(({ to }) => to === 'closure_claimed' || to === 'closed_on_import')
    expect(steps.map(({ action, from, needs }) => [action, from, needs])).toEqual([
      ['import', null, ['tellsDone']],
      ['acceptClosure', ['closure_claimed'], ['didNotWorkOnIt']],
    ])
  })

  it.each<[ProblemState | null, readonly EntryGuard[], ProblemState | null]>([
    [null, [], 'registered'],
    [null, ['tellsLead'], 'assigned'],
    [null, ['tellsLead', 'tellsProgress'], 'rectifying'],
    [null, ['tellsDone', 'tellsLead', 'tellsProgress'], 'closure_claimed'],
    ['registered', [], 'registered'],
    ['registered', ['tellsLead'], 'assigned'],
    ['registered', ['tellsProgress'], 'rectifying'],
    ['rectifying', ['tellsDone', 'tellsLead'], 'rectifying'],
    ['assigned', ['tellsDone', 'tellsProgress'], 'rectifying'],
    ['strike_off_requested', ['tellsProgress'], null],
    ['struck_off', ['tellsProgress'], null],
    ['closure_claimed', ['tellsProgress'], null],
    ['superseded', [], null],
    ['withdrawn', [], null],
  ])('an import brings a problem that is %s and of which a list %j to %s', (state, guards, after) => {
    const facts = { state, permissions: everyPermission, guards: new Set(guards) }
    const transition = transitionFor(problemMachine, 'import', facts)
    expect(transition && (transition.to ?? state)).toBe(after)
  })
})

describe('the sets of states', () => {
  it('are what the machine says: changed only in these, decided only in those', () => {
    const from = (action: string): ProblemState[] =>
      problemMachine.transitions.flatMap((each) => (each.action === action ? [...(each.from ?? [])] : []))
    expect(from('change')).toEqual([...changeableStates])
    expect(from('strikeOff')).toEqual([...askedStates])
    for (const state of problemStates)
      expect([isChangeable(state), isAsked(state), isOpen(state)]).toEqual([
        from('change').includes(state),
        from('strikeOff').includes(state),
        openStates.some((open) => open === state),
      ])
  })
})

describe('the three counts', () => {
  it('put every row that still counts into exactly one', () => {
    for (const state of problemStates)
      for (const kind of ['immediate', 'dated', 'sustained'] as const) {
        const standing = standingOf({ state, class: kind })
        if (state === 'superseded' || state === 'relapsed' || state === 'withdrawn') expect(standing).toBeNull()
        else if (state === 'closure_claimed') expect(standing).toBe('claimed')
        else expect(standing).toBe(isClosed(state) ? 'done' : kind === 'sustained' ? 'sustained' : 'going')
      }
  })
})
