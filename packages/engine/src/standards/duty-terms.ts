/** Which list a duty (履职事项) is printed in. */
export const dutyLists = ['main', 'supervision', 'one_post', 'organisation_life', 'study', 'safety', 'other'] as const
export type DutyList = (typeof dutyLists)[number]

export const dutyListNames: Readonly<Record<DutyList, string>> = {
  main: '主体责任',
  supervision: '监督责任',
  one_post: '一岗双责',
  organisation_life: '组织生活',
  study: '学习',
  safety: '安全',
  other: '其他',
}

/** What an amount counts. */
export const dutyUnits = ['times', 'hours', 'half_days'] as const
export type DutyUnit = (typeof dutyUnits)[number]

/** A morning from half past eight is three hours: what an office calls half a day is never taken for less than one. */
export const hoursOfHalfDay = 3

export const dutyUnitNames: Readonly<Record<DutyUnit, string>> = { times: '次', hours: '学时', half_days: '个半天' }

/** The periods that follow one another through the calendar. */
export const calendarPeriods = ['week', 'month', 'quarter', 'half', 'year'] as const
export type CalendarPeriod = (typeof calendarPeriods)[number]

/** How long a period of a duty is, or what it hangs on. */
export const dutyPeriods = [...calendarPeriods, 'once', 'holiday', 'post_change'] as const
export type DutyPeriod = (typeof dutyPeriods)[number]

export const dutyPeriodNames: Readonly<Record<DutyPeriod, string>> = {
  week: '每周',
  month: '每月',
  quarter: '每季度',
  half: '每半年',
  year: '每年',
  once: '一次',
  holiday: '每逢节日',
  post_change: '每逢任职',
}

/** How well the ground of a duty is known. What is unverified is never held against anybody. */
export const dutyKnowns = ['read', 'practice', 'unverified', 'own'] as const
export type DutyKnown = (typeof dutyKnowns)[number]

export const dutyKnownNames: Readonly<Record<DutyKnown, string>> = {
  read: '读过原文',
  practice: '通行做法',
  unverified: '未核实',
  own: '本单位自定',
}
