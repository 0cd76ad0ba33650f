import { ImportMending, ProblemClass, ProblemSource } from '@duizhao/contract'
import { z } from 'zod'

const date = z.string().nullable()

/** A measure as a ledger tells it. */
export const MeasureLine = z.object({
  text: z.string(),
  responsible: z.string(),
  coUnit: z.string().default(''),
  dueOn: date,
  earlyOn: date.default(null),
  funding: z.string(),
  contingency: z.string(),
  doneOn: date,
})
export type MeasureLine = z.infer<typeof MeasureLine>

export const ProgressLine = z.object({ on: z.string(), text: z.string() })
export type ProgressLine = z.infer<typeof ProgressLine>

/** A passage a line names as where the problem was taken from. */
const NamedOrigin = z.object({ named: z.string(), words: z.string() })

/** Where such a passage stands. */
const FoundOrigin = z.object({
  of: NamedOrigin,
  versionId: z.string().nullable(),
  begins: z.int().nullable(),
  ends: z.int().nullable(),
  recordId: z.string().nullable(),
  topic: z.int().nullable(),
  words: z.string(),
})
export type FoundOrigin = z.infer<typeof FoundOrigin>

/** A problem as a ledger tells it, before it is known who the people are and what is there already. */
export const LedgerLine = z.object({
  sheet: z.string(),
  /** As the file counts them, from 1. */
  row: z.int(),
  /** Where these stand, as in F7; not known in a Word table. */
  cells: z.object({
    lead: z.string().optional(),
    handler: z.string().optional(),
    state: z.string().optional(),
    deadline: z.string().optional(),
  }),
  /** Which of the rows with the same words it is, from 1. */
  ordinal: z.int(),
  text: z.string(),
  source: ProblemSource,
  /** Where the file says nothing, what is registered already stays. */
  saysSource: z.boolean(),
  aspect: z.string(),
  cause: z.string(),
  goal: z.string(),
  class: ProblemClass,
  saysClass: z.boolean(),
  dueOn: date,
  saysDeadline: z.boolean(),
  /** True if a date is needed, there is a column for it, and nothing is written. */
  lacksDeadline: z.boolean(),
  /** The responsible unit as written: it tells equal problems of several units apart. */
  unit: z.string(),
  lead: z.string(),
  handler: z.string(),
  isDone: z.boolean(),
  /** True for a problem that came back or was merged: another row goes on with it. */
  goesOnElsewhere: z.boolean(),
  doneOn: date,
  result: z.string(),
  registeredOn: z.string(),
  measures: z.array(MeasureLine),
  progress: z.array(ProgressLine),
  origins: z.array(NamedOrigin).default([]),
})
export type LedgerLine = z.infer<typeof LedgerLine>

/** By what the heads of each sheet are known again, as it was read before anything was said of them. */
export const SheetHeads = z.array(z.object({ sheet: z.string(), heads: z.string() })).default([])
export type SheetHeads = z.infer<typeof SheetHeads>

/** What the draft of an import keeps. */
export const LedgerDraft = z.object({
  kind: z.literal('ledger'),
  mending: ImportMending,
  lines: z.array(LedgerLine),
  heads: SheetHeads,
  /** Where the passages stand that the lines name. */
  found: z.array(FoundOrigin).default([]),
  /** The first wrong cell, if there is one: then nothing is written. */
  fault: z.string().nullable(),
})
export type LedgerDraft = z.infer<typeof LedgerDraft>
