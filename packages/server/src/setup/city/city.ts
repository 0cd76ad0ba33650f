import {
  CalendarDate,
  CampaignFields,
  EndingReason,
  EvidenceKind,
  FeedbackWords,
  IncomingFields,
  IncomingReason,
  institutionChanges,
  lookResults,
  LookText,
  InspectionEdition,
  MeasureFields,
  NoticeKind,
  OpinionGroup,
  OrganisationKind,
  OrganisationName,
  PaperNumber,
  PaperTitle,
  PersonName,
  Position,
  PostCaption,
  PostRole,
  ProblemFields,
  Reason,
  RecordFields,
  RecordParticipant,
  Role,
  SaidEnding,
  SweepReason,
  SweepText,
} from '@duizhao/contract'
import { z } from 'zod'

/** What organisations, people and problems are called within the data. */
const Key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '小写字母、数字和连字符')

/** A minute in China, `yyyy-mm-dd hh:mm`. */
const Minute = z.string().regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/, '写作 yyyy-mm-dd hh:mm')

/** `city.json`: when the city began to use the service, and the day its year was written for. */
export const CityFrame = z.strictObject({
  setUpAt: Minute,
  writtenFor: CalendarDate,
  tryIn: Key.describe('试用账号先从这个单位里选'),
  duties: z
    .strictObject({ by: Key, organisation: Key, fromOn: CalendarDate })
    .describe('谁、在哪个组织、从哪一天起采用随软件的履职事项'),
})

/** The tree; parents come first, and the first is the root. */
export const CityOrganisations = z
  .array(z.strictObject({ key: Key, parent: Key.nullable(), name: OrganisationName, kind: OrganisationKind }))
  .min(1)

export const CityPeople = z.array(
  z.strictObject({ key: Key, organisation: Key, name: PersonName, position: Position, isPartyMember: z.boolean() }),
)

/** Who signs in, and for what. The three administrators are made by the setting up itself. */
export const CityAccounts = z.array(
  z.strictObject({
    person: Key,
    login: z.string(),
    roles: z.array(z.strictObject({ role: Role, organisation: Key })).min(1),
  }),
)

/** `posts.json`: who is what in which body; `by` enters it when the office is built up. */
export const CityPosts = z.array(
  z.strictObject({
    by: Key,
    person: Key,
    body: Key,
    role: PostRole,
    caption: PostCaption.default(''),
    leads: z.array(Key).default([]),
    branch: Key.nullable().default(null),
    fromOn: CalendarDate,
  }),
)

/** `records.json`: what a body did on a day; `by` writes it down that evening. */
export const CityRecords = z.array(
  z.strictObject({
    key: Key.optional().describe('别处要说到它的才有'),
    by: Key,
    body: Key,
    host: Key.nullable().default(null),
    absent: z.array(z.strictObject({ person: Key, ...RecordParticipant.omit({ personId: true }).shape })).default([]),
    ...RecordFields.omit({ hostId: true, participants: true }).shape,
  }),
)

/** `meetings.json`: what a superior asks of a year, and how far some of the bodies have come with it. */
export const CityMeetings = z.strictObject({
  by: Key.describe('谁录入、发下去，也替各组织准备'),
  at: Minute,
  organisation: Key,
  campaign: CampaignFields,
  units: z.array(
    z.strictObject({
      body: Key,
      at: Minute,
      plannedOn: CalendarDate,
      place: z.string().default(''),
      study: RecordFields.pick({ onDay: true, topics: true }).nullable().default(null),
      opinions: z.array(OpinionGroup).default([]),
      setAside: z.array(z.strictObject({ rule: z.string(), reason: z.string() })).default([]),
    }),
  ),
})

const incomingAct = { at: Minute, by: Key }

/** What a unit did with what came in. */
export const CityIncomingAct = z.discriminatedUnion('act', [
  z.strictObject({ ...incomingAct, act: z.literal('accept') }),
  z.strictObject({ ...incomingAct, act: z.literal('tellMissing'), text: z.string().min(2) }),
  z.strictObject({ ...incomingAct, act: z.literal('passOn'), to: Key, reason: IncomingReason }),
  z.strictObject({ ...incomingAct, act: z.literal('takeOver') }),
  z.strictObject({ ...incomingAct, act: z.literal('decline'), reason: IncomingReason }),
  z.strictObject({ ...incomingAct, act: z.literal('end'), ending: SaidEnding, reason: EndingReason }),
])
export type CityIncomingAct = z.infer<typeof CityIncomingAct>

/** `inbox.json`: what came in, and what was done with it. */
export const CityInbox = z.array(
  z.strictObject({
    by: Key,
    at: Minute,
    body: Key,
    aboutOrganisation: Key.nullable().default(null),
    ...IncomingFields.omit({ aboutId: true, aboutOrganisationId: true, dueOn: true }).shape,
    story: z.array(CityIncomingAct).default([]),
  }),
)

/** `institutions.json`: what a unit made a rule, of which problem it came, and whether it is carried out. */
const CityInstitution = z.strictObject({
  key: Key,
  body: Key,
  author: Key,
  approver: Key,
  keeper: Key.describe('谁印发、登记、关联'),
  at: Minute,
  title: PaperTitle,
  text: z.array(z.string()).min(1),
  number: PaperNumber,
  change: z.enum(institutionChanges),
  effectiveOn: CalendarDate,
  replaces: Key.nullable().default(null).describe('取代前面哪一项，即它的 key'),
  responsible: Key,
  sources: z.array(z.strictObject({ at: Minute, problem: Key, measure: z.int().min(1) })),
  looks: z.array(z.strictObject({ at: Minute, by: Key, result: z.enum(lookResults), text: LookText })),
})
export type CityInstitution = z.infer<typeof CityInstitution>
export const CityInstitutions = z.array(CityInstitution)
const feedbackAct = { at: Minute, by: Key }

/** `feedback.json`: what inspections fed back, and what was done with it; items and problems are named as they stand there. */
export const CityFeedback = z.array(
  z.strictObject({
    ...{ by: Key, at: Minute, body: Key, name: z.string().min(2), edition: InspectionEdition, fedBackOn: CalendarDate },
    items: z.array(z.strictObject(FeedbackWords.shape)),
    story: z.array(
      z.discriminatedUnion('act', [
        z.strictObject({ ...feedbackAct, act: z.literal('claim'), items: z.array(z.int().min(1)) }),
        z.strictObject({ ...feedbackAct, act: z.literal('link'), item: z.int().min(1), problem: Key }),
      ]),
    ),
  }),
)

/** `sweeps.json`: what was asked of several units because of one problem, and what they answered. */
export const CitySweeps = z.array(
  z.strictObject({
    by: Key,
    at: Minute,
    problem: Key,
    text: SweepText,
    answerDueOn: CalendarDate,
    bodies: z.array(Key).min(1),
    answers: z.array(
      z.strictObject({
        at: Minute,
        by: Key,
        body: Key,
        reason: SweepReason,
        found: Key.nullable().describe('查出的是台账里哪个问题；没有查出的为空'),
      }),
    ),
  }),
)

/** What somebody did with a problem; `by` is a person with an account. */
function act<N extends string, S extends z.ZodRawShape>(name: N, fields: S) {
  return z.strictObject({ at: Minute, by: Key, act: z.literal(name), ...fields })
}

/** A measure of the problem, by its place in the list: 1 for the first. */
const MeasureNumber = z.int().min(1)
const Words = z.string().min(2)

/** The acts of a story. What is not said here (the text, the class, the deadline) is what the problem says. */
export const CityAct = z.discriminatedUnion('act', [
  act('register', {
    origin: z
      .strictObject({ record: Key, topic: z.int().min(0) })
      .optional()
      .describe('出自哪次履职记录的第几个议题，从 0 数起'),
  }),
  act('findRelapse', { of: Key, found: Words }),
  act('change', {}),
  act('transfer', { to: Key, reason: Reason }),
  act('assign', { lead: Key, handler: Key.nullable() }),
  act('planMeasures', {}),
  act('reportProgress', { text: Words, done: z.array(MeasureNumber).default([]) }),
  act('addEvidence', { name: Words, kind: EvidenceKind, measure: MeasureNumber.optional(), text: Words }),
  act('citeEvidence', {
    record: Key.describe('哪次履职记录，即它的 key'),
    kind: EvidenceKind,
    measure: MeasureNumber.optional(),
  }),
  act('requestExtension', { until: CalendarDate, reason: Reason }),
  act('decideExtension', { isGranted: z.boolean(), reason: z.string() }),
  act('requestStrikeOff', { result: Words, exception: z.string().default('') }),
  act('withdrawStrikeOff', { reason: Reason }),
  act('approve', { opinion: Words }),
  act('return', { reason: Reason }),
  act('proveEffective', { found: Words }),
  act('issueNotice', { kind: NoticeKind, answerDueOn: CalendarDate, text: z.string().default('') }),
  act('answerNotice', { kind: NoticeKind, answer: Words }),
])
export type CityAct = z.infer<typeof CityAct>

const CityMeasure = z.strictObject({
  ...MeasureFields.omit({ doneOn: true }).shape,
  responsible: Key.describe('责任人'),
})

export const CityProblem = z.strictObject({
  key: Key,
  organisation: Key.describe('登记在哪个单位'),
  ...ProblemFields.shape,
  goal: ProblemFields.shape.goal.default(''),
  measures: z.array(CityMeasure),
  story: z.array(CityAct).min(1),
})
export type CityProblem = z.infer<typeof CityProblem>

export const CityProblems = z.array(CityProblem)

/** A fictional city with a year of its work: who there is, and everything they did. */
export interface City extends z.infer<typeof CityFrame> {
  readonly organisations: z.infer<typeof CityOrganisations>
  readonly people: z.infer<typeof CityPeople>
  readonly accounts: z.infer<typeof CityAccounts>
  readonly posts: z.infer<typeof CityPosts>
  readonly records: z.infer<typeof CityRecords>
  readonly meetings: z.infer<typeof CityMeetings>
  readonly inbox: z.infer<typeof CityInbox>
  readonly institutions: readonly CityInstitution[]
  readonly feedback: z.infer<typeof CityFeedback>
  readonly sweeps: z.infer<typeof CitySweeps>
  readonly problems: readonly CityProblem[]
}
