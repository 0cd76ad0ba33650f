import { z } from 'zod'

/** What comes in from outside a meeting and a round, and has to be answered. */
export const incomingKinds = ['request', 'petition', 'opinion', 'criticism', 'feedback', 'hazard', 'sweep'] as const
export type IncomingKind = (typeof incomingKinds)[number]
export const IncomingKind = z.enum(incomingKinds, '请选种类')

/** Who it came from. */
export const senderKinds = ['person', 'group', 'organisation', 'unknown'] as const
export type SenderKind = (typeof senderKinds)[number]
