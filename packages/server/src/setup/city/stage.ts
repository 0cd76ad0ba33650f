import { here } from '@duizhao/workshop'
import { v7 as newId } from 'uuid'
import type { Actor, ActorContext } from '../../platform/context.ts'
import type { FileStore } from '../../platform/file-store.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { Enqueue } from '../../platform/jobs/index.ts'

/** Where the city is played: one transaction, so that a city half played is never there. */
export interface Stage {
  readonly db: Tx
  readonly files: FileStore
}

/** Nothing that happened in the past is mailed. */
export const mailNothing: Enqueue = () => Promise.resolve()

/** Someone of the city doing something at a time of the city's own. */
export function actingAs(stage: Stage, actor: Actor, now: Date): ActorContext {
  const origin = { address: '本机', device: '虚构的临江市', requestId: newId() }
  return { ...stage, actor, now, origin, enqueue: mailNothing, workshop: here, sessionId: newId() }
}

/** The instant of a minute in China, `yyyy-mm-dd hh:mm`. */
export function instantOf(minute: string): Date {
  return new Date(`${minute.replace(' ', 'T')}:00+08:00`)
}
