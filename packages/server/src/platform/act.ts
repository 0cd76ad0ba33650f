import { type Facts, type Machine, type Transition, transitionFor } from '@duizhao/contract'
import { record } from './audit/index.ts'
import type { ActorContext } from './context.ts'
import { type Tx, transaction } from './database/transaction.ts'
import { conflict, forbidden, Refusal } from './refusal.ts'

/** A field that was changed, with what it was and is, in words. */
export interface FieldChange {
  readonly field: string
  readonly before: string
  readonly after: string
}

/** What was done to something, and why. */
export interface Deed {
  readonly action: string
  readonly reason?: string
  readonly changes?: readonly FieldChange[]
}

/** What an action does besides moving something to its next state. */
export interface Outcome<Change> extends Omit<Deed, 'action'> {
  readonly change?: Change
  /** Its name in the audit log, where that is not the action's. */
  readonly recordedAs?: string
  /** Facts for the audit log. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/** A row that is acted on, as it was and is. */
export interface Acted<Row> {
  readonly before: Row
  readonly after: Row
  readonly deed: Deed
}

/** What is acted on, as its feature knows it: `Change` is what an action may write besides the state. */
export interface Subject<Row, Change, State extends string, Action extends string, Guard extends string> {
  readonly machine: Machine<State, Action, Guard>
  /** What its actions are called in the audit log: `ledger` for `ledger.assign`. */
  readonly name: string
  /** The row, locked until the transaction ends. Not found for what the actor may not see. */
  readonly held: (tx: Tx, context: ActorContext, id: string) => Promise<Row>
  readonly facts: (tx: Tx, context: ActorContext, row: Row) => Promise<Facts<State, Guard>>
  /** Writes the row and returns it as it is now. */
  readonly write: (tx: Tx, id: string, written: Written<Change, State>) => Promise<Row>
  readonly history: (tx: Tx, context: ActorContext, acted: Acted<Row>) => Promise<void>
  /** What the audit log calls it, and whose it is. */
  readonly told: (row: Row) => { readonly subject: string; readonly organisationId: string }
}

interface Written<Change, State> {
  readonly change: Change | undefined
  readonly state: State
  readonly now: Date
}

/**
 * Does one action on one thing in one transaction: locks the row, asks the state machine, does `work`, writes history and
 * audit; that a rule forbade it is in the audit log too. Of several actions the first that is allowed is done. Not found for what one may not see; forbidden without the
 * permission; conflict in another state.
 */
export async function act<
  Row,
  Change,
  State extends string,
  Action extends string,
  Guard extends string,
  Some extends Action,
>(
  context: ActorContext,
  subject: Subject<Row, Change, State, Action, Guard>,
  { id, actions }: { readonly id: string; readonly actions: readonly Some[] },
  work: (tx: Tx, row: Row, action: Some) => Promise<Outcome<Change>>,
): Promise<Row> {
  return refusalsKept(context, subject, actions, async (tx, seen) => {
    const before = await seen(id)
    const facts = await subject.facts(tx, context, before)
    const { action, state } = nextState(subject.machine, actions, facts)
    const { change, reason = '', changes = [], detail = {}, recordedAs } = await work(tx, before, action)
    const after = await subject.write(tx, id, { change, state, now: context.now })
    await subject.history(tx, context, { before, after, deed: { action, reason, changes } })
    await record(tx, context, {
      ...subject.told(after),
      action: recordedAs ?? `${subject.name}.${action}`,
      detail: { before: facts.state, after: state, ...(reason === '' ? {} : { reason }), ...detail },
    })
    return after
  })
}

/** Refuses what `act` would refuse as things are now, and keeps the refusal as it does: before a file is read for it. */
export async function refuseEarly<
  Row,
  Change,
  State extends string,
  Action extends string,
  Guard extends string,
  Some extends Action,
>(
  context: ActorContext,
  subject: Subject<Row, Change, State, Action, Guard>,
  { id, actions }: { readonly id: string; readonly actions: readonly Some[] },
): Promise<void> {
  await refusalsKept(context, subject, actions, async (tx, seen) => {
    nextState(subject.machine, actions, await subject.facts(tx, context, await seen(id)))
  })
}

/** Runs a transaction on one thing; that a rule forbade it is in the audit log, though all else is undone. */
async function refusalsKept<Row, Change, State extends string, Action extends string, Guard extends string, Result>(
  context: ActorContext,
  subject: Subject<Row, Change, State, Action, Guard>,
  actions: readonly Action[],
  run: (tx: Tx, seen: (id: string) => Promise<Row>) => Promise<Result>,
): Promise<Result> {
  let refusedOn: Row | undefined
  const done = transaction(context.db, (tx) =>
    run(tx, async (id) => {
      const row = await subject.held(tx, context, id)
      refusedOn = row
      return row
    }),
  )
  try {
    return await done
  } catch (error) {
    if (refusedOn !== undefined && isForbidden(error)) {
      const refused = {
        action: `${subject.name}.${actions[0] ?? ''}`,
        succeeded: false,
        detail: { refused: error.message },
      }
      const told = subject.told(refusedOn)
      await transaction(context.db, (tx) => record(tx, context, { ...told, ...refused }))
    }
    throw error
  }
}

/** True for what a rule forbids; not where something was mistyped, or somebody else was faster. */
function isForbidden(error: unknown): error is Refusal {
  return (
    error instanceof Refusal &&
    (error.code === 'forbidden' || error.code === 'conflict') &&
    error.facts.current === undefined
  )
}

/** The first of some actions that may be done now, with the state it leads to; forbidden or conflict if none may. */
export function nextState<State extends string, Action extends string, Guard extends string, Some extends Action>(
  machine: Machine<State, Action, Guard>,
  actions: readonly Some[],
  facts: Facts<State, Guard>,
): { readonly action: Some; readonly state: State } {
  for (const action of actions) {
    const transition = transitionFor(machine, action, facts)
    const state = transition && (transition.to ?? facts.state)
    if (state) return { action, state }
  }
  throw refusalFor(machine, actions, facts)
}

function refusalFor<State extends string, Action extends string, Guard extends string>(
  { subject, stateNames, actionNames, guardNames, transitions }: Machine<State, Action, Guard>,
  actions: readonly Action[],
  { state, permissions, guards }: Facts<State, Guard>,
): Error {
  const names = [...new Set(actions.map((action) => actionNames[action]))].join('、')
  const isEver = ({ action, permission }: Transition<State, Action, Guard>): boolean =>
    actions.includes(action) && permissions.has(permission)
  if (state === null || !transitions.some(isEver)) return forbidden(`没有“${names}”的权限。`)
  const needs = transitions.filter((each) => isEver(each) && each.from?.includes(state)).flatMap((each) => each.needs)
  const missing = [...new Set(needs)].filter((guard) => !guards.has(guard)).map((guard) => guardNames[guard])
  const why = missing.length === 0 ? '' : `，这一步要求：${missing.join('；')}`
  return conflict(
    `现在不能“${names}”：${subject}的状态是“${stateNames[state]}”${why}。`,
    `请重新打开这个${subject}，看现在可以做什么。`,
  )
}
