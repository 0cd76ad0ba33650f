import type { AuditVerification } from '@duizhao/contract'
import { onThisMachine } from './on-this-machine.ts'
import { features } from './features.ts'
import * as audit from './platform/audit/index.ts'
import type { ServerConfig } from './platform/config.ts'
import type { Database } from './platform/database/pool.ts'
import { knownFingerprint } from './platform/keys/index.ts'

/** Verifies the audit log, asked for on the machine itself. Throws a `Refusal` for a code that is none. */
export function verifyAudit(
  db: Database,
  config: ServerConfig,
  { now, ...given }: { readonly now: Date; readonly code?: string | undefined; readonly keys?: readonly string[] },
): Promise<AuditVerification> {
  return audit.verifyAudit({ db, config, vouched: audit.vouchedOf(features), ...given }, onThisMachine(now))
}

/** What is kept on paper of the end of the audit log. */
export interface PrintedAnchor {
  readonly number: number
  readonly code: string
  readonly file: string
  readonly fingerprint: string
}

/** Writes the end of the audit log down now, and returns it for printing. */
export async function printAnchor(db: Database, config: ServerConfig, now: Date): Promise<PrintedAnchor> {
  const anchor = await audit.writeAnchor(db, config, { occasion: 'asked', now })
  const fingerprint = (await knownFingerprint(config.dataFolder)) ?? ''
  return { number: anchor.number, code: audit.codeOf(anchor), file: audit.anchorFileOf(config), fingerprint }
}
