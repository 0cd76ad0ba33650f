import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { FileState } from '../../platform/files/index.ts'
import { EvidenceKind } from './problem.ts'

/** What can prove something besides a file: a record of what was done (履职记录), a paper that was approved (文稿). */
export const citedThings = ['record', 'paper'] as const
export const CitedThing = z.enum(citedThings, '请选履职记录或文稿')
export type CitedThing = z.infer<typeof CitedThing>

export const citedThingNames: Readonly<Record<CitedThing, string>> = { record: '履职记录', paper: '文稿' }

/** A piece of evidence: a file, or a record or paper as it stands in the house. */
export const Evidence = z.object({
  id: z.uuid(),
  measureId: z.uuid().nullable(),
  name: z.string(),
  kind: EvidenceKind,
  datedOn: CalendarDate,
  file: z
    .object({
      mediaType: z.string(),
      size: z.int().describe('字节'),
      hash: z.string().describe('SHA-256'),
      state: FileState.describe('最近一次核对时，存着的内容还是不是登记时的'),
    })
    .nullable()
    .describe('履职记录、文稿为空'),
  cited: z
    .object({
      of: CitedThing,
      link: z.string().nullable().describe('它的页；看不到它的人为空，只知道名称和日期'),
      isVoid: z.boolean().describe('已撤回的履职记录、已作废的文稿：不再算数'),
      isChanged: z.boolean().describe('引用以后，履职记录改过'),
    })
    .nullable()
    .describe('文件为空'),
  by: z.string(),
  at: z.iso.datetime(),
})
export type Evidence = z.infer<typeof Evidence>

/** What of a piece of evidence tells whether it holds. */
export interface Soundness {
  readonly file: { readonly state: FileState } | null
  readonly cited: { readonly isVoid: boolean } | null
}

/** True while a piece of evidence proves something: the file is as it was handed in, what is cited was not taken back. */
export function isSound({ file, cited }: Soundness): boolean {
  return (file === null || file.state === 'whole') && cited?.isVoid !== true
}

/** A record or paper that may be cited. */
export const Citable = z.object({
  id: z.uuid(),
  name: z.string(),
  on: CalendarDate.describe('哪一天做的、哪一天审定或印发的'),
  organisation: z.object({ id: z.uuid(), name: z.string() }),
})
export type Citable = z.infer<typeof Citable>
