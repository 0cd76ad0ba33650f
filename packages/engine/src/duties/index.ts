/** The door to what is known of duties: nothing in it reads a document, so a page can have it without the engine. */
export { isCredited, type PartTaken } from './credit.ts'
export {
  type Duty,
  type DutyFacts,
  type DutyRecord,
  type Holiday,
  type Occurrence,
  type OccurrenceState,
  type OpenSpan,
  occurrenceStateNames,
  occurrenceStates,
  type Span,
} from './duty.ts'
export { type DutyYear, occurrences } from './occurrences.ts'
export {
  type RequiredTalk,
  talkReasonNames,
  type TalkReason,
  talkReasons,
  talksOfBranch,
  talksOfTeam,
  type TeamMember,
} from './pairs.ts'
export { type HeldTalk, talkLines, type TalkState, talkStateNames, talkStates } from './talk-states.ts'
export { type ListedDuty, listedDuty, listNamed, rolesNamed } from './listed-duty.ts'
export { together, worstOf } from './together.ts'
export { periodInWords } from './period-words.ts'
export { type Period, periodOf, periodsOfYear } from './periods.ts'
export {
  type CalendarPeriod,
  calendarPeriods,
  type DutyKnown,
  dutyKnownNames,
  dutyKnowns,
  type DutyList,
  dutyListNames,
  dutyLists,
  type DutyPeriod,
  dutyPeriodNames,
  dutyPeriods,
  type DutyUnit,
  dutyUnitNames,
  dutyUnits,
  hoursOfHalfDay,
} from '../standards/duty-terms.ts'
export { type DutyBody, type DutyRole, type StandardDuty, standardDuties } from '../standards/duties.ts'
export { standardDutyIds } from '../standards/standard-duty-ids.ts'
export {
  type RecordKind,
  recordKindNames,
  recordKinds,
  type RecordNumber,
  recordNumberNames,
  recordNumbers,
  recordSubjects,
} from '../standards/record-kinds.ts'
