/** Where what came in stands. */
export const incomingStates = ['received', 'handling', 'offered', 'ended', 'withdrawn'] as const
export type IncomingState = (typeof incomingStates)[number]

/** The states in which it still waits for an answer. */
export const openIncomingStates = ['received', 'handling', 'offered'] as const satisfies readonly IncomingState[]

export const incomingActions = [
  'receive',
  'accept',
  'tellMissing',
  'passOn',
  'recall',
  'takeOver',
  'decline',
  'extend',
  'end',
  'register',
  'withdraw',
] as const
export type IncomingAction = (typeof incomingActions)[number]
