import { inOrder, type MeetingSession, type SessionRemark, type SessionWhole } from '@duizhao/contract'
import type { Waiting } from './outbox.ts'

/** A remark on the page: whether it has arrived. */
export interface ShownRemark extends SessionRemark {
  readonly isWaiting: boolean
}

/** Remarks and presence as the recorder wrote them, those under way too: nothing that was typed is out of sight. */
export function withWaiting(
  { expected, remarks, presence }: SessionWhole,
  waiting: readonly Waiting[],
): { readonly remarks: ShownRemark[]; readonly presence: SessionWhole['presence'] } {
  const nameOf = (id: string): string => expected.find((person) => person.id === id)?.name ?? ''
  const shown = new Map<string, ShownRemark>(remarks.map((remark) => [remark.id, { ...remark, isWaiting: false }]))
  const events = new Map(presence.map((event) => [event.id, event]))
  for (const { written } of waiting) {
    const { id } = written
    if (written.what === 'presence') events.set(id, { id, ...written.body, note: written.body.note ?? '' })
    if (written.what !== 'remark') continue
    const { fromId, aboutId, text, isWithdrawn = false } = written.body
    if (isWithdrawn) shown.delete(id)
    else
      shown.set(id, {
        ...{ id, text, toldOn: null, outcome: null, version: 1, substance: 'concrete', ...shown.get(id) },
        ...{ kind: fromId === aboutId ? 'self_criticism' : 'criticism', text, isWaiting: true },
        ...{ from: { id: fromId, name: nameOf(fromId) }, about: { id: aboutId, name: nameOf(aboutId) } },
      })
  }
  return { remarks: [...shown.values()], presence: inOrder([...events.values()]) }
}

/** The lines that have words: of an empty one is known only that somebody spoke, and no figure takes it for criticism. */
export function withWords(remarks: readonly ShownRemark[]): ShownRemark[] {
  return remarks.filter(({ text }) => text !== '')
}

/** How many lines one said of another. */
export function countsByPair(remarks: readonly ShownRemark[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { from, about } of remarks)
    counts.set(pairOf(from.id, about.id), (counts.get(pairOf(from.id, about.id)) ?? 0) + 1)
  return counts
}

export function pairOf(fromId: string, aboutId: string): string {
  return `${fromId} ${aboutId}`
}

/** What the page says of a quorum: 到会 4 人，够了：应到 5 人，至少 4 人. */
export function quorumInChinese(
  { expected, present, needed, isMet }: MeetingSession['quorum'],
  isEnded = false,
): string {
  if (expected === 0) return '没有应到的人：请先在任职里登记'
  return `${isMet ? '够了' : '不够'}：应到 ${expected} 人，至少到 ${needed} 人，${isEnded ? '到了' : '现在'} ${present} 人`
}
