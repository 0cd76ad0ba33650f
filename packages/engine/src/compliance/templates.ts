import type { MeetingKind } from '../standards/field-words.ts'
import type { MeetingDocumentKind } from '../standards/meeting-papers.ts'
import type { ComplianceTemplate } from './template.ts'

const BEFORE: readonly MeetingDocumentKind[] = [
  'plan',
  'approval',
  'notice',
  'study_plan',
  'study_record',
  'opinion_request',
  'team_material',
  'personal_material',
  'review_sheet',
]
const AFTER: readonly MeetingDocumentKind[] = ['meeting_report', 'remark_summary', 'publication']

/** What an archive of either kind of meeting holds is composed from practice; there is no one official list. */
const democraticLife: ComplianceTemplate = {
  known: 'practice',
  papers: [
    'plan',
    'notice',
    'study_record',
    'opinion_summary',
    'talk_record',
    'team_material',
    'personal_material',
    'prior_report',
    'attendance',
    'minutes',
    'meeting_report',
    'problem_list',
    'rectification_list',
  ],
  before: BEFORE,
  after: AFTER,
  leads: [
    { paper: 'plan', name: '会议方案', days: 10, unit: 'day' },
    { paper: 'notice', name: '会议通知', days: 3, unit: 'day' },
  ],
  leastStudies: 1,
  leastChannels: 2,
  quorum: { parts: 2, of: 3, words: '三分之二' },
  isEveryPair: true,
  excellent: { parts: 1, of: 3, words: '三分之一' },
  reportDays: 15,
  followUpDays: 15,
  reportItems: [],
  blocks: [
    'procedure/outside-window',
    'procedure/quorum',
    'procedure/prior-unreported',
    'follow-up/opinion-unlisted',
    'follow-up/problem-unlisted',
  ],
}

const organisationalLife: ComplianceTemplate = {
  ...democraticLife,
  papers: [
    'study_record',
    'opinion_summary',
    'talk_record',
    'team_material',
    'personal_material',
    'attendance',
    'minutes',
    'rectification_list',
  ],
  quorum: { parts: 1, of: 2, words: '半数' },
  isEveryPair: false,
  reportDays: null,
}

/** What is asked of each kind of meeting where nobody asks for anything else. */
export const complianceTemplates: Readonly<Record<MeetingKind, ComplianceTemplate>> = {
  democratic_life: democraticLife,
  inspection_rectification: democraticLife,
  organisational_life: organisationalLife,
}
