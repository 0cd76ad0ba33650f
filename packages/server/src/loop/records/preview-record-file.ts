import { createHash } from 'node:crypto'
import type { RecordReading } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { postsIn } from '../../office/posts/index.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext, UploadedFile } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { checkedFile } from '../../platform/files/index.ts'
import { insertDraft } from '../../platform/import-draft-queries.ts'
import { doWork } from '../../platform/work.ts'
import type { OrganisationRow } from '../../office/organisation/index.ts'
import { mayNotWrite, mayWriteIn, readableBody } from './bodies.ts'
import type { KnownPerson } from './match-people.ts'
import { peopleBeside } from './people-queries.ts'
import { recordOfFile } from './queries.ts'
import { readFromMinutes } from './read-from-minutes.ts'
import type { ReadingDraft } from './take-reading.ts'
import { fileForReaders } from './told.ts'
import { minutesOfFile } from './work.ts'

const KEPT_HOURS = 24
const MOST_PEOPLE = 5_000

/**
 * Reads a file of minutes and says what record it would make; writes nothing but the preview, in which the file is kept for
 * a day. The same file twice is told with the record that was made of it.
 */
export async function previewRecordFile(
  context: ActorContext,
  organisationId: string,
  file: UploadedFile,
): Promise<RecordReading> {
  const { db, actor, now } = context
  const asking = { actor, today: dateInChina(now) }
  const body = await readableBody(db, asking, organisationId)
  if (!(await mayWriteIn(db, asking, body))) throw mayNotWrite(body)
  const { name, mediaType } = await checkedFile(file, '记录')
  const { text, minutes } = await doWork(context, minutesOfFile, file, file.name)
  const people = await peopleAround(db, body, minutes.day?.value ?? asking.today)
  const read = readFromMinutes(minutes, people)
  const hash = createHash('sha256').update(file.bytes).digest('hex')
  const same = (await recordOfFile(db, asking, { organisationId, hash })) ?? null
  const [id, expiresAt] = [newId(), new Date(now.getTime() + KEPT_HOURS * 3_600_000)]
  const content = {
    ...{ kind: 'record', name, mediaType, bytes: Buffer.from(file.bytes).toString('base64') },
    spans: spansOf(read),
  } satisfies ReadingDraft
  const subject = fileForReaders(
    read.kinds.map(({ value }) => value),
    name,
  )
  await transaction(db, async (tx) => {
    if (same === null)
      await insertDraft(tx, { id, accountId: actor.accountId, organisationId, fileName: name, content, expiresAt })
    await record(tx, context, { action: 'record.previewFile', subject, organisationId, detail: { sha256: hash } })
  })
  return { id: same === null ? id : null, fileName: name, text, ...read, same, expiresAt: expiresAt.toISOString() }
}

/** Whom a name in the file may mean: who has a post in the body on the day, then the people of the unit around it. */
async function peopleAround(db: Database, body: OrganisationRow, day: string): Promise<KnownPerson[]> {
  const [posts, beside] = await Promise.all([
    postsIn(db, [body.id], { from: day, to: day }),
    peopleBeside(db, body, { text: '', limit: MOST_PEOPLE }),
  ])
  const within = new Map(posts.map(({ personId, name, position }) => [personId, { id: personId, name, position }]))
  return [
    ...[...within.values()].map((person) => ({ ...person, isWithin: true })),
    ...beside.filter(({ id }) => !within.has(id)).map((person) => ({ ...person, isWithin: false })),
  ]
}

type Read = ReturnType<typeof readFromMinutes>

/** Where in the text each field was read, as it is kept with the record. */
function spansOf(read: Read): ReadingDraft['spans'] {
  const of = (field: string, said: { start: number; end: number } | null | undefined) =>
    said == null ? [] : [[field, [said.start, said.end]] as const]
  const { kinds, name, onDay, untilDay, hours, place, host, topics, participants, numbers } = read
  return Object.fromEntries([
    ...of('kinds', kinds[0]),
    ...Object.entries({ name, onDay, untilDay, hours, place, host }).flatMap(([field, said]) => of(field, said)),
    ...topics.flatMap((topic, at) => of(`topics.${at}`, topic)),
    ...participants.flatMap((one, at) => of(`participants.${at}`, one)),
    ...numbers.flatMap((number) => of(`numbers.${number.name}`, number)),
  ])
}
