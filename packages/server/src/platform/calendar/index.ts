export { dateInChina, endOfDay, startOfDay } from './dates.ts'
export { daysAfter, isWorking, readExceptions, workdaysBetween, type WorkdayExceptions } from './workdays.ts'
