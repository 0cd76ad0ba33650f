import type { PaperKind } from '@duizhao/contract'
import type { MeetingDocumentKind, PaperFact } from '@duizhao/engine/compliance'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { MeetingPaper, MeetingRecord } from './facts-queries.ts'

/** Which papers of a meeting's archive a kind of paper serves as. */
const servesAs: Partial<Record<PaperKind, MeetingDocumentKind>> = {
  plan: 'plan',
  notice: 'notice',
  team: 'team_material',
  branch: 'team_material',
  personal: 'personal_material',
  rectification_report: 'prior_report',
  minutes: 'minutes',
  talk: 'talk_record',
  meeting_report: 'meeting_report',
  ledger: 'rectification_list',
}

interface Kept {
  readonly papers: readonly MeetingPaper[]
  readonly records: readonly MeetingRecord[]
  readonly hasOpinions: boolean
  readonly hasTalks: boolean
  readonly hasProblems: boolean
  /** The paper that went up is known. */
  readonly hasReport: boolean
}

/**
 * The papers of a meeting’s archive that there are: papers by their kind, and what records, counts and the ledger tell as a
 * paper would: nothing is asked for twice.
 */
export function archiveOf({
  papers,
  records,
  hasOpinions,
  hasTalks,
  hasProblems,
  hasReport,
}: Kept): PaperFact<string>[] {
  const told = (kind: MeetingDocumentKind): PaperFact<string> => ({ kind, day: null, where: null })
  return [
    ...(hasOpinions ? [told('opinion_summary')] : []),
    ...(hasReport ? [told('meeting_report')] : []),
    ...(hasTalks ? [told('talk_record')] : []),
    ...(hasProblems ? [told('problem_list'), told('rectification_list')] : []),
    ...papers.flatMap(({ id, kind, issuedOn, submittedAt }) => {
      const serves = servesAs[kind]
      const day = issuedOn ?? (submittedAt === null ? null : dateInChina(submittedAt))
      return serves === undefined ? [] : [{ kind: serves, day, where: id }]
    }),
    ...records.flatMap(({ id, kinds, onDay }): PaperFact<string>[] => [
      ...(kinds.includes('study') ? [{ kind: 'study_record' as const, day: onDay, where: id }] : []),
      ...(kinds.includes('life_meeting')
        ? (['minutes', 'attendance'] as const).map((kind) => ({ kind, day: onDay, where: id }))
        : []),
    ]),
  ]
}
