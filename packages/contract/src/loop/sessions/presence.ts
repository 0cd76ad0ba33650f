import { z } from 'zod'
import { textOf } from '../../platform/text.ts'
import type { QuorumShare } from './agenda.ts'

/** What happened to somebody's being there; who came as was due has nothing written down. */
export const presenceKinds = ['absent', 'excused', 'left', 'came'] as const
export const PresenceKind = z.enum(presenceKinds, '请选是怎样的')
export type PresenceKind = z.infer<typeof PresenceKind>
export const presenceKindNames: Readonly<Record<PresenceKind, string>> = {
  absent: '缺席',
  excused: '请假',
  left: '离开',
  came: '到了',
}

export const PresenceNote = textOf('原因', 100)

export const PresenceEvent = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  kind: PresenceKind,
  at: z.iso.datetime(),
  note: z.string(),
})
export type PresenceEvent = z.infer<typeof PresenceEvent>

/** Later by the time it happened, not by the time it reached us: two recorders’ lines come in any order. */
export function inOrder<Event extends Pick<PresenceEvent, 'id' | 'at'>>(events: readonly Event[]): Event[] {
  return events.toSorted((one, other) => one.at.localeCompare(other.at) || one.id.localeCompare(other.id))
}

/** The last that happened to each person of whom something is written down. */
export function lastOf<Event extends Pick<PresenceEvent, 'id' | 'at' | 'personId'>>(
  events: readonly Event[],
): ReadonlyMap<string, Event> {
  return new Map(inOrder(events).map((event) => [event.personId, event]))
}

/** Who was not there at all, by what is written down of them last: who left before the end or came late was there. */
export function absentees(
  events: readonly Pick<PresenceEvent, 'id' | 'at' | 'personId' | 'kind'>[],
): ReadonlySet<string> {
  const away = [...lastOf(events)].filter(([, { kind }]) => kind === 'absent' || kind === 'excused')
  return new Set(away.map(([personId]) => personId))
}

export const Quorum = z.object({
  expected: z.int().describe('应到'),
  present: z.int().describe('现在到会的；结束以后，到过会的'),
  needed: z.int().describe('至少要到几人'),
  isMet: z.boolean(),
})
export type Quorum = z.infer<typeof Quorum>

/** Whether enough of those due are there now. With nobody due it is never met: the posts are not registered yet. */
export function quorumNow(
  expectedIds: readonly string[],
  events: readonly Pick<PresenceEvent, 'id' | 'at' | 'personId' | 'kind'>[],
  { parts, of }: Pick<QuorumShare, 'parts' | 'of'>,
): Quorum {
  const last = lastOf(events)
  const present = expectedIds.filter((id) => (last.get(id)?.kind ?? 'came') === 'came').length
  const expected = expectedIds.length
  const needed = Math.ceil((expected * parts) / of)
  return { expected, present, needed, isMet: expected > 0 && present >= needed }
}

/** What is told of a session that has ended: who left before the end is among those who came. */
export function quorumHeld(
  expectedIds: readonly string[],
  events: readonly Pick<PresenceEvent, 'id' | 'at' | 'personId' | 'kind'>[],
  share: Pick<QuorumShare, 'parts' | 'of'>,
): Quorum {
  const away = absentees(events)
  const present = expectedIds.filter((id) => !away.has(id)).length
  return { ...quorumNow(expectedIds, events, share), present, isMet: wasQuorate(expectedIds, events, share) }
}

/**
 * Whether enough were there at any time: who leaves before the end does not undo what was held. Who is written down as
 * absent last was never there, and who came first of all was not there at the beginning.
 */
export function wasQuorate(
  expectedIds: readonly string[],
  events: readonly Pick<PresenceEvent, 'id' | 'at' | 'personId' | 'kind'>[],
  share: Pick<QuorumShare, 'parts' | 'of'>,
): boolean {
  const away = absentees(events)
  const ordered = inOrder(events)
  const first = new Map(ordered.toReversed().map(({ personId, kind }) => [personId, kind]))
  const here = new Set(expectedIds.filter((id) => !away.has(id) && (first.get(id) ?? 'left') === 'left'))
  const needed = quorumNow(expectedIds, [], share).needed
  const isEnough = (): boolean => expectedIds.length > 0 && here.size >= needed
  if (isEnough()) return true
  for (const { personId, kind } of ordered) {
    if (away.has(personId) || !expectedIds.includes(personId)) continue
    if (kind === 'came') here.add(personId)
    else here.delete(personId)
    if (isEnough()) return true
  }
  return false
}
