import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { ParticipationKind, RecordKindField, RecordTopic } from './record.ts'
import { recordNumbers } from './record-kinds.ts'

const span = { start: z.int(), end: z.int() }
const said = <T extends z.ZodType>(value: T) => z.object({ value, ...span })

/** Somebody a file names: who it is, if that is sure. */
export const ReadPerson = z.object({
  ...span,
  name: z.string().describe('文件里写的'),
  person: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('拿得准的才有；空的要人说是谁'),
  candidates: z.array(z.object({ id: z.uuid(), name: z.string(), position: z.string() })).describe('可能是谁'),
})
export type ReadPerson = z.infer<typeof ReadPerson>

/** A file of minutes as the service understood it, before anything is written; places are in `text`. */
export const RecordReading = z.object({
  id: z.uuid().nullable().describe('确认时带上；文件已经录入过的为空'),
  fileName: z.string(),
  text: z.string(),
  kinds: z.array(said(RecordKindField)),
  name: said(z.string()).nullable(),
  onDay: said(z.string()).nullable(),
  untilDay: said(z.string()).nullable(),
  hours: said(z.number()).nullable(),
  place: said(z.string()).nullable(),
  host: ReadPerson.nullable(),
  topics: z.array(z.object({ ...RecordTopic.shape, ...span })),
  participants: z.array(ReadPerson.extend({ kind: ParticipationKind, note: z.string() })),
  numbers: z.array(z.object({ name: z.enum(recordNumbers), value: z.int(), ...span })),
  same: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('同一份文件已经录入成的记录'),
  expiresAt: z.iso.datetime(),
})
export type RecordReading = z.infer<typeof RecordReading>

export const previewRecordFile = endpoint({
  action: 'record.previewFile',
  summary: '读一份会议、学习、谈话的记录',
  method: 'POST',
  path: '/organisations/:organisationId/record-files',
  access: 'record.read',
  params: { organisationId: z.uuid('请选组织') },
  upload: 10 * 1024 * 1024,
  response: RecordReading,
  refusals: ['not_found'],
})
