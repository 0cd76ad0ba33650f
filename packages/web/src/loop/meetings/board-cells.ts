import { type Meeting, type MeetingStep, meetingStepNames } from '@duizhao/contract'

/** How a step of a meeting stands on the board, in a word and a tone. */
export interface BoardCell {
  readonly word: string
  readonly tone: 'done' | 'late' | 'next' | 'open'
}

/** The cell of a step: done, late, or, of what comes next, its day. */
export function cellOf({ done, late, nextStep, nextDue }: Meeting, step: MeetingStep): BoardCell {
  if (done.includes(step)) return { word: '完', tone: 'done' }
  if (late.includes(step)) return { word: '迟', tone: 'late' }
  if (step !== nextStep) return { word: '', tone: 'open' }
  return { word: nextDue === null ? '下一步' : `${dayOfMonth(nextDue)}前`, tone: 'next' }
}

function dayOfMonth(date: string): string {
  const [, month, day] = date.split('-').map(Number)
  return `${month}月${day}日`
}

/** What is said of a row to who hears it: how many steps are done, and which are late. */
export function rowInWords({ done, late, isReplaced }: Meeting): string {
  const words = `${done.length} 个环节办完${isReplaced ? '，已责令补课' : ''}`
  return late.length === 0 ? words : `${words}，迟：${late.map((step) => meetingStepNames[step]).join('、')}`
}
