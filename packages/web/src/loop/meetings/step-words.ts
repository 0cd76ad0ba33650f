import { type Meeting, meetingStepNames } from '@duizhao/contract'
import { dateInChinese } from '../../platform/archetypes/dates.ts'

/** The next step of a meeting with its day: 方案，2027年1月6日前, and whether that day has passed. */
export function nextInChinese(
  { nextStep, nextDue, isReplaced }: Pick<Meeting, 'nextStep' | 'nextDue' | 'isReplaced'>,
  today: string,
): { readonly words: string; readonly isLate: boolean } {
  if (isReplaced) return { words: '已责令补课，不再办', isLate: false }
  if (nextStep === null) return { words: '都办完了', isLate: false }
  const step = meetingStepNames[nextStep]
  if (nextDue === null) return { words: step, isLate: false }
  const isLate = nextDue < today
  return {
    words: `${step}，${isLate ? '应在' : ''}${dateInChinese(nextDue)}前${isLate ? '办完，已超期' : '办完'}`,
    isLate,
  }
}
