import type { MeetingSession, SessionWhole } from '@duizhao/contract'
import type { Outbox, SessionKey } from './use-outbox.ts'
import type { ShownRemark } from './with-waiting.ts'

/** A session that its recorder has before him. */
export interface RecordingProps {
  readonly sessionKey: SessionKey
  readonly session: MeetingSession
  readonly whole: SessionWhole
}

/** What the parts of the page share: also what has been written and not arrived yet. */
export interface PanelProps extends RecordingProps {
  readonly remarks: readonly ShownRemark[]
  readonly outbox: Outbox
}
