export * from './duty-list-file.ts'
export * from './duty.ts'
export * from './endpoints.ts'
export * from './words.ts'
export {
  type DutyKnown,
  dutyKnownNames,
  dutyKnowns,
  dutyListNames,
  dutyLists,
  type DutyPeriod,
  dutyPeriodNames,
  dutyPeriods,
  type DutyUnit,
  dutyUnitNames,
  dutyUnits,
  type OccurrenceState,
  occurrenceStateNames,
  occurrenceStates,
  periodInWords,
} from '@duizhao/engine/duties'
