import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'

/** Editions of the rules an inspection is held under; deadlines differ (巡视工作条例 2017 第27条、2024; 巡察为地方通例). */
export const inspectionEditions = ['regulation_2017', 'regulation_2024', 'patrol'] as const
export const InspectionEdition = z.enum(inspectionEditions, '请选适用的条例')
export type InspectionEdition = z.infer<typeof InspectionEdition>

interface EditionFacts {
  readonly name: string
  /** Months from feedback to the rectification plan; null where the rules fix none. */
  readonly planMonths: number | null
  /** Months from feedback to the report on rectification. */
  readonly reportMonths: number
  readonly source: string
}

export const inspectionEditionFacts: Readonly<Record<InspectionEdition, EditionFacts>> = {
  regulation_2017: {
    name: '巡视（2017 年条例）',
    planMonths: null,
    reportMonths: 2,
    source: '《中国共产党巡视工作条例》（2017年修改）第二十七条',
  },
  regulation_2024: {
    name: '巡视（2024 年条例）',
    planMonths: 1,
    reportMonths: 6,
    source: '《中国共产党巡视工作条例》（2024年修订）',
  },
  patrol: { name: '巡察', planMonths: 1, reportMonths: 3, source: '各地巡察整改的通例' },
}

/** The date so many months after another; the last day of the month where it has no such day. */
export function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

/** When plan and report of an inspection are due. */
export function inspectionDeadlines({ edition, fedBackOn }: { edition: InspectionEdition; fedBackOn: string }): {
  readonly planOn: string | null
  readonly reportOn: string
} {
  const { planMonths, reportMonths } = inspectionEditionFacts[edition]
  return {
    planOn: planMonths === null ? null : monthsAfter(fedBackOn, planMonths),
    reportOn: monthsAfter(fedBackOn, reportMonths),
  }
}

export const Inspection = z.object({
  id: z.uuid(),
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  name: z.string(),
  edition: InspectionEdition,
  fedBackOn: CalendarDate,
  planOn: CalendarDate.nullable(),
  reportOn: CalendarDate,
  version: z.int(),
})
export type Inspection = z.infer<typeof Inspection>
