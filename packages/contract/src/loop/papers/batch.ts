import { z } from 'zod'
import { PaperKind, PaperTitle } from './paper.ts'

/** How many files a batch takes; a .zip counts as what it holds. */
export const MOST_IN_PAPER_BATCH = 500

/**
 * What became of a file of a batch: kept and not read yet, read, no text can be read in it, the same as another that is
 * there, put in as a paper, left out.
 */
export const batchFileStates = ['waiting', 'read', 'unreadable', 'double', 'entered', 'left'] as const
export const BatchFileState = z.enum(batchFileStates)
export type BatchFileState = z.infer<typeof BatchFileState>

/** What somebody has to say because it could not be read for sure. */
export const batchQuestions = ['kind', 'person'] as const
export type BatchQuestion = (typeof batchQuestions)[number]

const Person = z.object({ id: z.uuid(), name: z.string() })

export const BatchFile = z.object({
  id: z.uuid(),
  name: z.string(),
  path: z.string().describe('在文件夹、压缩包里的位置'),
  state: BatchFileState,
  /** Why it cannot be read, of what it is a double, what it became; empty if there is nothing to say. */
  message: z.string(),
  kind: PaperKind.nullable().describe('读出来的种类；认不出为空'),
  title: z.string(),
  person: Person.nullable().describe('读出来是谁的；不是个人的、认不出的为空'),
  asks: z.array(z.enum(batchQuestions)).describe('拿不准、要人说明的'),
  /** The paper of which it seems to be the next version. */
  nextOf: z.object({ id: z.uuid(), title: z.string(), ordinal: z.int() }).nullable(),
  paperId: z.uuid().nullable().describe('提交以后是哪份文稿'),
})
export type BatchFile = z.infer<typeof BatchFile>

/** Files that were handed in together and are not all papers yet: for nobody but who handed them in. */
export const PaperBatch = z.object({
  id: z.uuid(),
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  at: z.iso.datetime(),
  files: z.int(),
  open: z.int().describe('还没有提交、也没有说不交的'),
})
export type PaperBatch = z.infer<typeof PaperBatch>

/** What is to become of a file. */
export const BatchChoice = z.discriminatedUnion('as', [
  z.object({
    as: z.literal('new'),
    fileId: z.uuid(),
    kind: PaperKind,
    title: PaperTitle,
    personId: z.uuid().nullable().describe('替谁提交；空为自己'),
  }),
  z.object({ as: z.literal('version'), fileId: z.uuid(), paperId: z.uuid() }),
  z.object({ as: z.literal('left'), fileId: z.uuid() }),
])
export type BatchChoice = z.infer<typeof BatchChoice>
