import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { atLeast, textOf } from '../../platform/text.ts'

/** What a body found when it looked for the same problem (举一反三): it has it, or not. */
export const sweepAnswers = ['none', 'found'] as const
export type SweepAnswer = (typeof sweepAnswers)[number]

/** How many bodies one can be asked of at once. */
export const MOST_ASKED = 200

export const SweepText = textOf('要查的问题', 500)
  .min(...atLeast(2, '请写明要查什么'))
  .describe('请各单位查什么；看不到原来那个问题的单位也看得到')
export const SweepReason = textOf('说明', 1_000).min(...atLeast(2, '请写明怎样查的、查到什么'))

const Named = z.object({ id: z.uuid(), name: z.string() })
const Numbered = z.object({ id: z.uuid(), number: z.int() })

/** A body that was asked, with what it answered. */
export const SweptBody = z.object({
  organisation: Named,
  answer: z.enum(sweepAnswers).nullable().describe('还没有答复的为空'),
  reason: z.string(),
  problem: Numbered.nullable().describe('查出的问题；看不到的为空'),
  answeredOn: CalendarDate.nullable(),
  by: z.string(),
  mayAnswer: z.boolean(),
})
export type SweptBody = z.infer<typeof SweptBody>

/** One problem asked of several bodies, with the bodies of which one may know. */
export const Sweep = z.object({
  id: z.uuid(),
  text: z.string(),
  problem: Numbered.nullable().describe('原来的问题；看不到的为空'),
  askedOn: CalendarDate,
  answerDueOn: CalendarDate,
  by: z.string(),
  withdrawn: z.object({ on: CalendarDate, reason: z.string() }).nullable(),
  bodies: z.array(SweptBody),
  mayWithdraw: z.boolean(),
})
export type Sweep = z.infer<typeof Sweep>
