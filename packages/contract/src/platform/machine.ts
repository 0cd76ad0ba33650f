import type { Permission } from './permissions.ts'

/** A row of a machine's table: what an action does in some states, who may do it, and what has to hold besides. */
export interface Transition<State extends string, Action extends string, Guard extends string> {
  readonly action: Action
  /** null: there is nothing yet, the action brings it about. */
  readonly from: readonly State[] | null
  /** null: the state stays. */
  readonly to: State | null
  readonly permission: Permission
  readonly needs: readonly Guard[]
}

/** The life of one kind of thing, the whole of it: the service acts by it, the pages show its buttons, docs draw it. */
export interface Machine<State extends string = string, Action extends string = string, Guard extends string = string> {
  /** What lives by it, as a sentence says it: 问题. */
  readonly subject: string
  readonly stateNames: Readonly<Record<State, string>>
  readonly actionNames: Readonly<Record<Action, string>>
  readonly guardNames: Readonly<Record<Guard, string>>
  /** Of several rows for an action in a state, the first of which everything holds is the one. */
  readonly transitions: readonly Transition<State, Action, Guard>[]
}

/** What a machine is asked with: the state, the permissions the actor has over the thing, and which guards hold. */
export interface Facts<State extends string, Guard extends string> {
  /** null: there is nothing yet. */
  readonly state: State | null
  readonly permissions: ReadonlySet<Permission>
  readonly guards: ReadonlySet<Guard>
}

/** The transition an action would make now; null if it may not be done. */
export function transitionFor<State extends string, Action extends string, Guard extends string>(
  machine: Machine<State, Action, Guard>,
  action: Action,
  { state, permissions, guards }: Facts<State, Guard>,
): Transition<State, Action, Guard> | null {
  const isOpen = ({ from, permission, needs }: Transition<State, Action, Guard>): boolean =>
    isFrom(from, state) && permissions.has(permission) && needs.every((guard) => guards.has(guard))
  return machine.transitions.find((each) => each.action === action && isOpen(each)) ?? null
}

/** Which of some actions may be done now, in their order. */
export function allowedActions<State extends string, Action extends string, Guard extends string, Some extends Action>(
  machine: Machine<State, Action, Guard>,
  actions: readonly Some[],
  facts: Facts<State, Guard>,
): Some[] {
  return actions.filter((action) => transitionFor(machine, action, facts) !== null)
}

/** True if the machine knows an action in a state (null: where there is nothing yet), whoever does it, whatever holds. */
export function isKnownIn<State extends string, Action extends string, Guard extends string>(
  machine: Machine<State, Action, Guard>,
  action: Action,
  state: State | null,
): boolean {
  return machine.transitions.some((each) => each.action === action && isFrom(each.from, state))
}

function isFrom<State extends string>(from: readonly State[] | null, state: State | null): boolean {
  return from === null || state === null ? from === state : from.includes(state)
}
