import { hostname } from 'node:os'
import { v7 as newId } from 'uuid'
import type { Acting } from './platform/audit/index.ts'

/** Who acts on the machine itself, by a command if nothing else is said, for the audit log. */
export function onThisMachine(now: Date, device = '命令行'): Acting {
  return { now, origin: { address: hostname(), device, requestId: newId() } }
}
