export { dateInChina, endOfDay, startOfDay } from './dates.ts'
export { instantInWords } from './instant-words.ts'
export { daysAfter, isWorking, readExceptions, workdaysBetween, type WorkdayExceptions } from './workdays.ts'
