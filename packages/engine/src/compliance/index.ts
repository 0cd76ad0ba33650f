/** The door to what is asked of a meeting: nothing in it reads a document, so a page can have it without the engine. */
export { compliance, type ComplianceLine } from './compliance.ts'
export {
  type AbsenceFact,
  ALL_IS_DUE,
  allOf,
  type AppraisalFact,
  type Collected,
  type ComplianceFacts,
  type MaterialFact,
  nothingKnown,
  type OpinionFact,
  type PaperFact,
  type PriorProblemFact,
  type ProblemFact,
  type RemarkFact,
  type RivalFact,
  someOf,
  type StudyFact,
  type TalkFact,
  type TopicFact,
  type TurnFact,
  type TurnoutFact,
} from './facts.ts'
export { type ComplianceState, complianceStateNames, complianceStates, type Judgement } from './judgement.ts'
export { type RemarkSubstance, remarkSubstance, remarkSubstanceNames, remarkSubstances } from './remark-substance.ts'
export type { ComplianceRule } from './rule.ts'
export type { ComplianceRuleId } from './rule-id.ts'
export { complianceRules } from './rules/index.ts'
export { type MeetingStep, meetingSteps } from './steps.ts'
export type { ComplianceTemplate, Lead, Share } from './template.ts'
export { complianceTemplates } from './templates.ts'
export { type MeetingDocumentKind, meetingDocumentKinds, meetingDocumentNames } from '../standards/meeting-papers.ts'
