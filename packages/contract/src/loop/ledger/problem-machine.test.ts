import { describe, expect, it } from 'vitest'
import { carries, type Permission } from '../../platform/permissions.ts'
import { roles } from '../../platform/roles.ts'
import { isOpen, problemStates, standingOf } from './problem.ts'
import {
  allowedActions,
  problemActionNames,
  problemActions,
  type ProblemGuard,
  problemGuards,
  problemMachine,
  transitionFor,
} from './problem-machine.ts'

const everyGuard = new Set<ProblemGuard>(problemGuards)
const everyPermission = new Set<Permission>([
  'problem.read',
  'problem.write',
  'problem.report',
  'problem.approve',
  'problem.lookBack',
  'problem.demand',
])

describe('the state machine of a problem', () => {
  it('names every action, and every action is in it', () => {
    expect(Object.keys(problemActionNames)).toEqual([...problemActions])
    expect(new Set(problemMachine.map(({ action }) => action))).toEqual(new Set(problemActions))
  })

  it('is not ambiguous: for an action in a state, under any guards, at most one way leads on', () => {
    for (const state of problemStates)
      for (const action of problemActions) {
        const ways = problemMachine.filter((each) => each.action === action && each.from.includes(state))
        expect(ways.length, `${action} in ${state}`).toBeLessThanOrEqual(1)
      }
  })

  it('reaches every state from registration, and nothing leaves the ends', () => {
    const reached = new Set(['registered'])
    for (let before = 0; before !== reached.size;) {
      before = reached.size
      for (const { from, to } of problemMachine)
        if (to !== null && from.some((state) => reached.has(state))) reached.add(to)
    }
    expect([...reached].toSorted()).toEqual([...problemStates].toSorted())
    for (const { from, to } of problemMachine)
      if (from.some((state) => !isOpen(state) && state !== 'struck_off')) expect(to).toBeNull()
  })

  it('strikes off only what was asked for and is at its last approval', () => {
    for (const { to, from, needs } of problemMachine.filter((each) => each.to === 'struck_off')) {
      expect(from).toEqual(['strike_off_requested', 'unit_confirmed'])
      expect(needs).toEqual(expect.arrayContaining(['isNextApprover', 'isLastApproval']))
      expect(to).toBe('struck_off')
    }
  })

  it('does nothing without the permission, whatever else holds', () => {
    for (const state of problemStates)
      for (const { action, permission } of problemMachine) {
        const permissions = new Set([...everyPermission].filter((each) => each !== permission))
        expect(transitionFor(action, { state, permissions, guards: everyGuard }), `${action} in ${state}`).toBeNull()
      }
  })

  it('does nothing when a guard does not hold', () => {
    for (const state of problemStates)
      for (const { action, needs } of problemMachine)
        for (const missing of needs) {
          const guards = new Set([...everyGuard].filter((each) => each !== missing))
          expect(transitionFor(action, { state, permissions: everyPermission, guards })).toBeNull()
        }
  })

  it('allows what it has a transition for, and nothing else', () => {
    for (const state of problemStates) {
      const facts = { state, permissions: everyPermission, guards: everyGuard }
      const expected = problemActions.filter((action) =>
        problemMachine.some((each) => each.action === action && each.from.includes(state)),
      )
      expect(allowedActions(facts)).toEqual(expected)
    }
  })

  it('gives every action to some role, and none to an administrator', () => {
    for (const { action, permission } of problemMachine) {
      const able = roles.filter((role) => carries(role, permission))
      expect(able.length, action).toBeGreaterThan(0)
      expect(able.filter((role) => role.endsWith('_admin'))).toEqual([])
    }
  })
})

describe('the three counts', () => {
  it('put every row that still counts into exactly one', () => {
    for (const state of problemStates)
      for (const kind of ['immediate', 'dated', 'sustained'] as const) {
        const standing = standingOf({ state, class: kind })
        if (state === 'superseded' || state === 'relapsed') expect(standing).toBeNull()
        else expect(standing).toBe(state === 'struck_off' ? 'done' : kind === 'sustained' ? 'sustained' : 'going')
      }
  })
})
