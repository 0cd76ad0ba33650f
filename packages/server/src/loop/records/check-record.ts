import {
  askedOf,
  kindsInWords,
  type RecordFault,
  recordFaults,
  type RecordFields,
  type RecordState,
} from '@duizhao/contract'
import type { Tx } from '../../platform/database/transaction.ts'
import { conflict, invalid } from '../../platform/refusal.ts'
import { recordById } from './queries.ts'
import type { Asking } from './view-queries.ts'
import { keptOnDay, presentPeople } from './write-queries.ts'

interface Writing {
  readonly today: string
  readonly state: RecordState
  /** Who writes. */
  readonly personId: string
}

/** Refuses what breaks a rule, each at its field. */
export async function checkRecord(tx: Tx, fields: RecordFields, { today, state, personId }: Writing): Promise<void> {
  const faults = [
    ...recordFaults(fields, today, state),
    ...noteFaults(fields, personId),
    ...(await peopleFaults(tx, fields)),
  ]
  if (faults.length > 0) throw invalid('填写的内容有问题。', '请按提示改正后再试，已填的内容没有丢失。', faults)
}

/** What two people said is written by one of them, or by nobody. */
function noteFaults(fields: RecordFields, personId: string): RecordFault[] {
  const isOwn = partiesWritten(fields).includes(personId)
  return fields.note === '' || isOwn || askedOf(fields.kinds).visibility !== 'parties'
    ? []
    : [{ field: 'note', message: '谈话内容只由谈话的人自己写' }]
}

/** The two who talked, as they are written. */
export function partiesWritten({ hostId, participants }: RecordFields): string[] {
  const others = participants.filter(({ kind }) => kind === 'talked_to').map(({ personId }) => personId)
  return [...(hostId === null ? [] : [hostId]), ...others]
}

async function peopleFaults(tx: Tx, { hostId, participants }: RecordFields): Promise<RecordFault[]> {
  const ids = [...new Set([...(hostId === null ? [] : [hostId]), ...participants.map(({ personId }) => personId)])]
  const known = await presentPeople(tx, ids)
  const isUnknown = (id: string): boolean => !known.has(id)
  return [
    ...(hostId !== null && isUnknown(hostId) ? [{ field: 'hostId', message: '没有找到这个人' }] : []),
    ...participants.flatMap(({ personId }, at) =>
      isUnknown(personId) ? [{ field: `participants.${at}.personId`, message: '没有找到这个人，请重新选' }] : [],
    ),
  ]
}

/**
 * Refuses the same thing kept twice: one body, one day, the same kinds, topics and, of talks, people. The refusal carries
 * the first, if it is for whoever writes. Call it while the body's records are held.
 */
export async function checkOnce(
  tx: Tx,
  asking: Asking,
  { id, organisationId, fields }: { id: string; organisationId: string; fields: RecordFields },
): Promise<void> {
  const key = sameKey({ ...fields, talkedTo: partiesWritten({ ...fields, hostId: null }) })
  const others = await keptOnDay(tx, organisationId, fields.onDay)
  const same = others.find((other) => other.id !== id && sameKey(other) === key)
  if (!same) return
  const done = `这一天的${kindsInWords(fields.kinds)}已经记过了`
  if (!(await recordById(tx, asking, same.id))) throw conflict(`${done}。`, '已经有人记了，不用再记。')
  throw conflict(`${done}：“${same.name}”。`, '请打开那一次，在里面改。', { id: same.id, name: same.name })
}

interface Same {
  readonly kinds: readonly string[]
  readonly topics: RecordFields['topics']
  readonly hostId: string | null
  readonly talkedTo: readonly string[]
}

function sameKey({ kinds, topics, hostId, talkedTo }: Same): string {
  const words = topics.map(({ text }) => text.normalize('NFKC').replace(/[\s\p{P}\p{S}]+/gu, '')).toSorted()
  const people = kinds.includes('talk') ? [hostId ?? '', ...talkedTo].toSorted() : []
  return JSON.stringify([kinds.toSorted(), kinds.includes('talk') ? [] : words, people])
}
