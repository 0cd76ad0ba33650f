import { describe, expect, it } from 'vitest'
import { features } from './features.ts'
import { allowedActions, isKnownIn, type Machine, transitionFor } from './platform/machine.ts'
import { carries, type Permission, permissions } from './platform/permissions.ts'
import { roles } from './platform/roles.ts'

const machines: readonly Machine[] = Object.values(features).flatMap((feature) =>
  'machine' in feature ? [feature.machine] : [],
)
const everyPermission = new Set(Object.keys(permissions) as Permission[])

describe.each(machines.map((machine) => [machine.subject, machine] as const))('the machine of a %s', (_, machine) => {
  const { transitions } = machine
  const states = Object.keys(machine.stateNames)
  const actions = Object.keys(machine.actionNames)
  const everyGuard = new Set(Object.keys(machine.guardNames))
  const situations = [null, ...states]
  const isFrom = (from: readonly string[] | null, state: string | null): boolean =>
    from === null || state === null ? from === state : from.includes(state)

  it('uses every action, state and guard that it names, and no other', () => {
    expect(new Set(transitions.map(({ action }) => action))).toEqual(new Set(actions))
    const used = transitions.flatMap(({ from, to }) => [...(from ?? []), ...(to === null ? [] : [to])])
    expect(new Set(used)).toEqual(new Set(states))
    expect(new Set(transitions.flatMap(({ needs }) => needs))).toEqual(everyGuard)
  })

  it('begins somewhere, and reaches every state from there', () => {
    const reached = new Set(transitions.flatMap(({ from, to }) => (from === null && to !== null ? [to] : [])))
    expect(transitions.filter(({ from, to }) => from === null && to === null)).toEqual([])
    for (let before = 0; before !== reached.size;) {
      before = reached.size
      for (const { from, to } of transitions)
        if (from !== null && to !== null && from.some((state) => reached.has(state))) reached.add(to)
    }
    expect([...reached].toSorted()).toEqual(states.toSorted())
  })

  it('has no row that another before it always hides', () => {
    for (const state of situations)
      for (const action of actions) {
        const ways = transitions.filter((each) => each.action === action && isFrom(each.from, state))
        for (const [at, way] of ways.entries()) {
          const hides = (before: (typeof ways)[number]): boolean =>
            before.permission === way.permission && before.needs.every((guard) => way.needs.includes(guard))
          expect(ways.slice(0, at).some(hides), `${action} in ${state}: ${way.needs.join(', ')}`).toBe(false)
        }
      }
  })

  it('does nothing without the permission, whatever else holds', () => {
    for (const state of situations)
      for (const action of actions) {
        const asked = transitions.filter((each) => each.action === action).map(({ permission }) => permission)
        const granted = new Set([...everyPermission].filter((each) => !asked.includes(each)))
        const facts = { state, permissions: granted, guards: everyGuard }
        expect(transitionFor(machine, action, facts), `${action} in ${state}`).toBeNull()
      }
  })

  it('does not take a way when one of its guards does not hold', () => {
    for (const state of situations)
      for (const way of transitions)
        for (const missing of way.needs) {
          const guards = new Set([...everyGuard].filter((each) => each !== missing))
          expect(transitionFor(machine, way.action, { state, permissions: everyPermission, guards })).not.toBe(way)
        }
  })

  it('allows what it has a transition for, and nothing else', () => {
    for (const state of situations) {
      const facts = { state, permissions: everyPermission, guards: everyGuard }
      const expected = actions.filter((action) => isKnownIn(machine, action, state))
      expect(allowedActions(machine, actions, facts)).toEqual(expected)
      expect(expected).toEqual(
        actions.filter((action) => transitions.some((each) => each.action === action && isFrom(each.from, state))),
      )
    }
  })

  it('gives every action to some role, and none to an administrator', () => {
    for (const { action, permission } of transitions) {
      const able = roles.filter((role) => carries(role, permission))
      expect(able.length, action).toBeGreaterThan(0)
      expect(able.filter((role) => role.endsWith('_admin'))).toEqual([])
    }
  })
})
