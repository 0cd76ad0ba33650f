import {
  type MeetingLine,
  type MeetingSource,
  type MeetingStep,
  type MeetingWaiver,
  ruleOfStep,
  type StepDetail,
} from '@duizhao/contract'
import { compliance, type ComplianceLine, complianceRules, type ComplianceTemplate } from '@duizhao/engine/compliance'
import { isStudyBefore, type MeetingFacts } from './meeting-facts.ts'
import type { WaiverRow } from './facts-queries.ts'
import type { MeetingRow } from './meeting-queries.ts'
import { stepsOf } from './steps.ts'

const names = new Map<string, string>(complianceRules.map(({ id, name }) => [id, name]))

/** The steps of a meeting with what each rule says at them; whoever does not see the whole is told how many, not who. */
export function checklistOf(
  facts: MeetingFacts,
  meeting: MeetingRow,
  { template, isWhole }: { readonly template: ComplianceTemplate; readonly isWhole: boolean },
): StepDetail[] {
  const waivers = new Map(facts.waivers.map((waiver) => [waiver.rule, waiverOf(waiver)]))
  const lines = compliance(facts.compliance, template)
  const byStep = Map.groupBy(lines, ({ step }) => step)
  return stepsOf(facts, meeting, template).map(({ step, state, due, words, missing = [] }) => ({
    ...{ step, state, due, words, missingCount: missing.length },
    missing: isWhole ? missing.map((id) => ({ id, name: facts.compliance.names.get(id) ?? '' })) : [],
    sources: sourcesOf(step, facts),
    lines: linesOf(byStep.get(step) ?? [], waivers, isWhole),
    waiver: waivers.get(ruleOfStep(step)) ?? null,
  }))
}

/** The lines that block a meeting and that nobody has set aside. */
export function blocking(facts: MeetingFacts, template: ComplianceTemplate): ComplianceLine<string>[] {
  const aside = new Set(facts.waivers.map(({ rule }) => rule))
  return compliance(facts.compliance, template).filter(
    ({ rule, state, isBlock }) => isBlock && (state === 'missing' || state === 'late') && !aside.has(rule),
  )
}

/** What a rule of the engine, or a whole step, is called. */
export function nameOfRule(rule: string): string | undefined {
  return names.get(rule)
}

function waiverOf({ rule, reason, by, at }: WaiverRow): MeetingWaiver {
  return { rule, reason, by, at: at.toISOString() }
}

function linesOf(
  lines: readonly ComplianceLine<string>[],
  waivers: ReadonlyMap<string, MeetingWaiver>,
  isWhole: boolean,
): MeetingLine[] {
  const shown = (
    { rule, name, state, message, due, isBlock, source }: ComplianceLine<string>,
    times: number,
  ): MeetingLine => ({
    ...{ rule, name, state, due, isBlock, times, message: isWhole ? message : null },
    ...{ ground: source.title, known: source.known },
    waiver: waivers.get(rule) ?? null,
  })
  if (isWhole) return lines.map((line) => shown(line, 1))
  const together = Map.groupBy(lines, ({ rule, state }) => `${rule} ${state}`)
  return [...together.values()].flatMap((same) => same.slice(0, 1).map((line) => shown(line, same.length)))
}

/** What a step stands on that whoever reads the meeting may open: approved papers of nobody in particular, and records. */
function sourcesOf(step: MeetingStep, { papers, records }: MeetingFacts): MeetingSource[] {
  const kinds: Partial<Record<MeetingStep, readonly string[]>> = {
    plan: ['plan'],
    materials: ['team', 'branch'],
    report: ['meeting_report'],
    publication: ['notice'],
    session: ['minutes', 'rectification_report'],
  }
  const wanted = kinds[step] ?? []
  const shown = papers.filter(
    ({ kind, state }) => wanted.includes(kind) && (state === 'approved' || state === 'issued'),
  )
  const told = records.filter((record) =>
    step === 'study' ? isStudyBefore(record) : step === 'session' && record.kinds.includes('life_meeting'),
  )
  return [
    ...shown.map(({ id, title, issuedOn }) => ({ kind: 'paper' as const, id, name: title, day: issuedOn })),
    ...told.map(({ id, name, onDay }) => ({ kind: 'record' as const, id, name, day: onDay })),
  ]
}
