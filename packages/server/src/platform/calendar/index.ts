export { dateInChina, endOfDay, startOfDay } from './dates.ts'
export { instantInWords } from './instant-words.ts'
export { readExceptions, setException, type WorkdayExceptions } from './queries.ts'
export { isWorking, workdaysBetween } from './workdays.ts'
