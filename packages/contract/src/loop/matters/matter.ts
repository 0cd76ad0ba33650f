import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { atLeast, textOf } from '../../platform/text.ts'
import { problemStates } from '../ledger/index.ts'

/** What a matter (来件) is: so far what is said of one person at a meeting, by another or by himself. */
export const matterKinds = ['criticism', 'self_criticism'] as const
export type MatterKind = (typeof matterKinds)[number]
export const matterKindNames: Readonly<Record<MatterKind, string>> = {
  criticism: '批评意见',
  self_criticism: '自我批评',
}

/** What becomes of a matter (回音). Into the ledger it comes by being confirmed there, the others are said. */
export const matterEndings = ['problem', 'explained', 'not_adopted', 'passed_on', 'done'] as const
export type MatterEnding = (typeof matterEndings)[number]
export const matterEndingNames: Readonly<Record<MatterEnding, string>> = {
  problem: '已列入台账',
  explained: '已说明',
  not_adopted: '不采纳',
  passed_on: '转他处办理',
  done: '已经办好',
}

/** The endings that are said with a reason. */
export const saidEndings = ['explained', 'not_adopted', 'passed_on', 'done'] as const satisfies readonly MatterEnding[]
export const SaidEnding = z.enum(saidEndings, '请选结果')
export const EndingReason = textOf('说明', 500).min(...atLeast(5, '请写明说明或理由'))

/** One line about one person; nothing when only that he spoke is known. */
export const MatterText = textOf('意见', 1000)

const Named = z.object({ id: z.uuid(), name: z.string() })

/** What became of a matter. */
export const MatterOutcome = z.object({
  ending: z.enum(matterEndings),
  reason: z.string(),
  on: CalendarDate,
  problem: z
    .object({ id: z.uuid(), number: z.int(), state: z.enum(problemStates), dueOn: CalendarDate.nullable() })
    .nullable()
    .describe('列入台账的，是哪个问题'),
})
export type MatterOutcome = z.infer<typeof MatterOutcome>

/** A matter, to those who may see it: whom it is about, who runs the meeting, who approves, to whom it is assigned. */
export const Matter = z.object({
  id: z.uuid(),
  kind: z.enum(matterKinds),
  from: Named,
  about: Named,
  text: z.string(),
  toldOn: CalendarDate.nullable().describe('说的人缺席的，哪一天转告了'),
  outcome: MatterOutcome.nullable().describe('还没有结果的为空'),
  version: z.int(),
})
export type Matter = z.infer<typeof Matter>

/** What was said of the one who asks. */
export const OwnMatter = Matter.extend({
  meeting: Named,
  organisation: Named,
  saidOn: CalendarDate,
})
export type OwnMatter = z.infer<typeof OwnMatter>
