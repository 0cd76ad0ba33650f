import { z } from 'zod'
import { complianceTemplates, type Share } from '@duizhao/engine/compliance'
import type { Known, MeetingKind } from '@duizhao/engine/wording'
import { type Membership } from '../../office/posts/index.ts'

/** Who holds a session (一场会): the team, the committee of a branch, or all its members. */
export const sessionCircles = ['team', 'committee', 'members'] as const satisfies readonly Membership[]
export const SessionCircle = z.enum(sessionCircles, '请选哪一场')
export type SessionCircle = z.infer<typeof SessionCircle>
export const sessionCircleNames: Readonly<Record<SessionCircle, string>> = {
  team: '班子会',
  committee: '支委会',
  members: '党员大会',
}

/** The sessions a meeting has, in their order: of a branch the committee meets first, then all members. */
export const circlesOf: Readonly<Record<MeetingKind, readonly SessionCircle[]>> = {
  democratic_life: ['team'],
  inspection_rectification: ['team', 'committee'],
  organisational_life: ['committee', 'members'],
}

/** Everyone criticises everyone only where few sit together: n(n−1) remarks; of all members there is no matrix. */
export function hasMatrix(circle: SessionCircle): boolean {
  return circle !== 'members'
}

export const agendaItemIds = [
  'prior',
  'opinions',
  'committee_report',
  'team_check',
  'remarks',
  'written',
  'superior',
  'summary',
] as const
export type AgendaItemId = (typeof agendaItemIds)[number]
export const AgendaItemId = z.enum(agendaItemIds, '请选议程')

/** An item of the agenda, on what ground, and how well that ground is known. */
export interface AgendaItem {
  readonly id: AgendaItemId
  readonly name: string
  readonly source: string
  readonly known: Known
}

const PRACTICE = '近年民主生活会公开报道的通行议程'
const WORK_RULES = '《中国共产党支部工作条例（试行）》第十七条和近年的通行做法'
const LIFE_RULES = '《县以上党和国家机关党员领导干部民主生活会若干规定》，未核实条文'

const prior: AgendaItem = {
  id: 'prior',
  name: '通报上次会议整改措施落实情况',
  source: PRACTICE,
  known: 'practice',
}
const opinions: AgendaItem = { id: 'opinions', name: '通报征求意见情况', source: PRACTICE, known: 'practice' }
const written: AgendaItem = {
  id: 'written',
  name: '宣读缺席的人的书面发言',
  source: LIFE_RULES,
  known: 'unverified',
}
const superior: AgendaItem = { id: 'superior', name: '上级点评', source: PRACTICE, known: 'practice' }

/** What is done at a session, in the prescribed order: last year's rectification comes first. */
export const agendaOf: Readonly<Record<SessionCircle, readonly AgendaItem[]>> = {
  team: [
    prior,
    opinions,
    { id: 'team_check', name: '主要负责人代表班子作对照检查', source: PRACTICE, known: 'practice' },
    {
      id: 'remarks',
      name: '自我批评和相互批评：主要负责人先，其他人依次',
      source: PRACTICE,
      known: 'practice',
    },
    written,
    superior,
    { id: 'summary', name: '主持人总结', source: PRACTICE, known: 'practice' },
  ],
  committee: [
    prior,
    opinions,
    { id: 'team_check', name: '书记代表支委会作对照检查', source: WORK_RULES, known: 'practice' },
    { id: 'remarks', name: '自我批评和相互批评：书记先，其他委员依次', source: WORK_RULES, known: 'practice' },
    written,
    superior,
    { id: 'summary', name: '书记总结', source: WORK_RULES, known: 'practice' },
  ],
  members: [
    prior,
    opinions,
    { id: 'committee_report', name: '书记通报支委会检视问题情况', source: WORK_RULES, known: 'practice' },
    { id: 'remarks', name: '党员逐个作自我批评，其他党员提出批评意见', source: WORK_RULES, known: 'practice' },
    written,
    superior,
    { id: 'summary', name: '书记总结', source: WORK_RULES, known: 'practice' },
  ],
}

/** How many of those due must be there for a session to be held, on what ground. */
export interface QuorumShare extends Share {
  readonly source: string
}

/** By who holds it: as the judge of the meeting has it. */
export const quorumOf: Readonly<Record<SessionCircle, QuorumShare>> = {
  team: { ...complianceTemplates.democratic_life.quorum, source: LIFE_RULES },
  committee: {
    ...complianceTemplates.organisational_life.quorum,
    source: '《中国共产党支部工作条例（试行）》第十二条',
  },
  members: { ...complianceTemplates.organisational_life.quorum, source: '《中国共产党支部工作条例（试行）》第十一条' },
}
