/**
 * The workshop: where work on files nobody can vouch for is done, apart from what must go on. What is to be done is data
 * (`Work`), the protocol is one question and one answer, and what carries it, a process or a browser's worker,
 * is behind the doors `node` and `browser`.
 */
export {
  type Answer,
  answerTo,
  JobStopped,
  type Question,
  type StopReason,
  type Work,
  type Worker,
  work,
  workElsewhere,
} from './protocol.ts'
export { here } from './here.ts'
export { throughItems } from './through-items.ts'
export { type Asked, type Limits, openWorkshop, Overloaded, type Workshop } from './workshop.ts'
